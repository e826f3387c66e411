# %% The costs as a plot
# With Matplotlib, where it is installed.

try:
    import matplotlib.pyplot as plt
except ImportError:
    print("Matplotlib is not installed: no plot.")
else:
    plt.plot(costs)
    plt.xlabel("iteration")
    plt.ylabel("cost J")
    plt.show()
