import { problemText } from "../../i18n/messages";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { symbolText } from "../shared/symbol";

/** What has to be said across the whole page, with its cure. */
export function Notices() {
  const { actions, store } = useApp();
  const t = useMessages();
  const notice = store.notice.value;
  if (!notice) return <div class="notices" role="alert" />;
  const resetWith = (learning_rate: number) => async () => {
    await actions.control("learning_rate", { learning_rate });
    await reset();
  };
  // A request that is lost with its worker has its own notice.
  const reset = () => actions.reset().catch(() => {});
  const rate = store.session.value?.learning_rate ?? 1;
  const smaller = Number(Math.min(rate / 10, 1).toPrecision(3));
  return (
    <div class="notices" role="alert">
      <div class="notice" data-kind={notice.kind}>
        {notice.kind === "diverged" && (
          <>
            <p>
              {t.notices.diverged(
                notice.divergence.iteration,
                notice.divergence.operation === "cost"
                  ? t.operations.cost
                  : symbolText({
                      name: notice.divergence.operation,
                      layer: notice.divergence.layer,
                    }),
              )}
            </p>
            <button type="button" class="primary" onClick={resetWith(smaller)}>
              {t.notices.smallerRate(String(smaller))}
            </button>
            <button type="button" onClick={reset}>
              {t.notices.reset}
            </button>
          </>
        )}
        {notice.kind === "restarted" && <p>{t.notices.restarted(notice.iteration)}</p>}
        {notice.kind === "lost" && <p>{t.notices.lost(problemText(t, notice.problem))}</p>}
        {notice.kind === "broken" ? (
          <>
            <p>{t.notices.broken(notice.reason)}</p>
            <button type="button" onClick={() => location.reload()}>
              {t.notices.reload}
            </button>
          </>
        ) : (
          <button type="button" onClick={() => actions.dismissNotice()}>
            {t.notices.dismiss}
          </button>
        )}
      </div>
    </div>
  );
}
