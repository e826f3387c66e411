/** The run as a program. */

/** A NumPy script, or a Jupyter notebook. */
export type RunForm = "py" | "ipynb";

/** How a cost is printed: all digits, as `print("…{}".format(cost))` does, or six, as `"%f" % cost`. */
export type CostStyle = "full" | "six";
