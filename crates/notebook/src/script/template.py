# %% An L-layer network, trained by gradient descent
# This is a run of Backlight as a notebook of its own: the same data, the same initial parameters, the
# same costs. Examples stand in columns:
#
# - `X` is (n[0], m), `Y` is (1, m);
# - `W[l]` is (n[l], n[l-1]), `b[l]` is (n[l], 1);
# - `Z[l]` and `A[l]` are (n[l], m), and `A[0]` is `X`.
#
# It needs NumPy, and the packages that the data come from.
#if files
# Run it in the folder that has __FILES__.
#end

import numpy as np


# %% The data: __TITLE__
# `X` (n[0], m) has an example in each column, `Y` (1, m) its label, 0 or 1.

__DATA__

print("X has the shape", X.shape, "and Y", Y.shape)


# %% What the run is made from
# Every number that can be chosen.

layers_dims = __LAYERS_DIMS__  # n[0], ..., n[L]
#if drawn
seed = __SEED__  # of the initial weights
#end
#if constant
learning_rate = __LEARNING_RATE__  # alpha
#end
#if schedule
learning_rates = {__LEARNING_RATES__}  # iteration: alpha of the updates from there on
#end
num_iterations = __ITERATIONS__
every = __EVERY__  # the cost is printed every so many iterations


# %% Initial parameters
#if course
# The weights of a layer are divided by the square root of its number of inputs, so that a deep
# network starts with numbers that neither vanish nor explode.

def initialize_parameters_deep(layers_dims, seed):
    """W[l] (n[l], n[l-1]) and b[l] (n[l], 1) for l = 1, ..., L. One seed, then W[1], W[2], ... in order."""
#end
#if small
# The weights are small, so that the units start where their activation is not flat.

def initialize_parameters(layers_dims, seed):
    """W[l] (n[l], n[l-1]) and b[l] (n[l], 1) for l = 1, ..., L. One seed, then W[1], W[2], ... in order."""
#end
#if he
# He et al. 2015: weights of variance 2 / n[l-1], made for ReLU.

def initialize_parameters_he(layers_dims, seed):
    """W[l] (n[l], n[l-1]) and b[l] (n[l], 1) for l = 1, ..., L. One seed, then W[1], W[2], ... in order."""
#end
#if drawn
    np.random.seed(seed)
    parameters = {}
    for l in range(1, len(layers_dims)):
        n, n_prev = layers_dims[l], layers_dims[l - 1]
#end
#if course
        parameters["W" + str(l)] = np.random.randn(n, n_prev) / np.sqrt(n_prev)
#end
#if small
        parameters["W" + str(l)] = np.random.randn(n, n_prev) * 0.01
#end
#if he
        parameters["W" + str(l)] = np.random.randn(n, n_prev) * np.sqrt(2 / n_prev)
#end
#if drawn
        parameters["b" + str(l)] = np.zeros((n, 1))
    return parameters
#end
#if zeros
# All zeros. The units of a layer are then equal, get equal gradients, and stay equal.

def initialize_parameters_zeros(layers_dims):
    """W[l] (n[l], n[l-1]) and b[l] (n[l], 1) for l = 1, ..., L."""
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters["W" + str(l)] = np.zeros((layers_dims[l], layers_dims[l - 1]))
        parameters["b" + str(l)] = np.zeros((layers_dims[l], 1))
    return parameters
#end
#if imported
# They come from a file, which has `W1`, `b1`, `W2`, `b2` and so on.

def load_parameters(file, layers_dims):
    """W[l] (n[l], n[l-1]) and b[l] (n[l], 1) for l = 1, ..., L."""
    parameters = {}
    with np.load(file) as arrays:
        for l in range(1, len(layers_dims)):
            n, n_prev = layers_dims[l], layers_dims[l - 1]
            parameters["W" + str(l)] = arrays["W" + str(l)].astype(float).reshape(n, n_prev)
            parameters["b" + str(l)] = arrays["b" + str(l)].astype(float).reshape(n, 1)
    return parameters
#end


# %% Forward
#if relu
# A hidden layer is linear, then ReLU; the output layer is linear, then sigmoid. What the way back will
# need is kept in caches.
#end
#if tanh
# A hidden layer is linear, then tanh; the output layer is linear, then sigmoid. What the way back will
# need is kept in caches.
#end
#if one_layer
# The only layer is linear, then sigmoid. What the way back will need is kept in caches.
#end

def linear_forward(A_prev, W, b):
    """Z (n[l], m); b (n[l], 1) is broadcast over the m columns."""
    Z = np.dot(W, A_prev) + b
    cache = (A_prev, W, b)
    return Z, cache


#if relu
def relu(Z):
    """A = max(0, Z), of the shape of Z."""
    A = np.maximum(0, Z)
    cache = Z
    return A, cache


#end
#if tanh
def tanh(Z):
    """A = tanh(Z), of the shape of Z."""
    A = np.tanh(Z)
    cache = A
    return A, cache


#end
def sigmoid(Z):
    """A = 1 / (1 + exp(-Z)), of the shape of Z."""
    with np.errstate(over="ignore"):  # exp(-Z) may come to inf; 1 / inf is 0, as it should be
        A = 1 / (1 + np.exp(-Z))
    cache = Z
    return A, cache


def L_model_forward(X, parameters):
    """AL (1, m), and for each layer the pair of its linear and its activation cache."""
    L = len(parameters) // 2  # number of layers
    caches = []
    A = X  # A[0]
#if hidden
    for l in range(1, L):
        Z, linear_cache = linear_forward(A, parameters["W" + str(l)], parameters["b" + str(l)])
#end
#if relu
        A, activation_cache = relu(Z)  # (n[l], m)
#end
#if tanh
        A, activation_cache = tanh(Z)  # (n[l], m)
#end
#if hidden
        caches.append((linear_cache, activation_cache))
#end
    ZL, linear_cache = linear_forward(A, parameters["W" + str(L)], parameters["b" + str(L)])
    AL, activation_cache = sigmoid(ZL)  # (1, m)
    caches.append((linear_cache, activation_cache))
    return AL, caches


# %% The cost
# J is the mean of the m losses: `J = -1/m * np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))`.
#
# Where `AL` has been rounded to 0 or 1 this formula gives nan, and close to 1 it loses digits. With
# AL = sigmoid(ZL), -log(AL) is log(1 + exp(-ZL)) and -log(1 - AL) is log(1 + exp(ZL)), and
# `np.logaddexp(0, z)` is log(1 + exp(z)) for every z. So the same cost is computed from `ZL`.

def compute_cost(ZL, Y):
    """J, a number, from ZL (1, m) and Y (1, m)."""
    m = Y.shape[1]
    losses = Y * np.logaddexp(0, -ZL) + (1 - Y) * np.logaddexp(0, ZL)  # (1, m)
    cost = 1 / m * np.sum(losses)
    return cost


# %% Backward
# `dZ` and `dA` have a column for each example: derivatives of its loss. `dW` and `db` are derivatives of
# the cost, the mean of the losses: there the 1/m stands.

#if relu
def relu_backward(dA, cache):
    """dZ = dA where Z > 0, else 0."""
    Z = cache
    dZ = np.array(dA, copy=True)
    dZ[Z <= 0] = 0
    return dZ


#end
#if tanh
def tanh_backward(dA, cache):
    """dZ = dA * (1 - A^2), elementwise."""
    A = cache
    dZ = dA * (1 - np.power(A, 2))
    return dZ


#end
def linear_backward(dZ, cache):
    """dA_prev (n[l-1], m), dW (n[l], n[l-1]) and db (n[l], 1) from dZ (n[l], m)."""
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = 1 / m * np.dot(dZ, A_prev.T)
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)  # without keepdims its shape would be (n[l],)
    dA_prev = np.dot(W.T, dZ)
    return dA_prev, dW, db


def L_model_backward(AL, Y, caches):
    """grads["dW" + str(l)] and grads["db" + str(l)] of each layer, and grads["dA" + str(l)] below it."""
    grads = {}
    L = len(caches)  # number of layers
    # dA[L] = -(Y / AL - (1 - Y) / (1 - AL)) times the slope of the sigmoid, AL * (1 - AL), comes to
    # AL - Y. Written so, nothing is divided by 0 where AL has been rounded to 0 or 1.
    dZ = AL - Y  # (1, m)
    linear_cache, _ = caches[L - 1]
    grads["dA" + str(L - 1)], grads["dW" + str(L)], grads["db" + str(L)] = linear_backward(dZ, linear_cache)
#if hidden
    for l in reversed(range(1, L)):
        linear_cache, activation_cache = caches[l - 1]
#end
#if relu
        dZ = relu_backward(grads["dA" + str(l)], activation_cache)  # (n[l], m)
#end
#if tanh
        dZ = tanh_backward(grads["dA" + str(l)], activation_cache)  # (n[l], m)
#end
#if hidden
        grads["dA" + str(l - 1)], grads["dW" + str(l)], grads["db" + str(l)] = linear_backward(dZ, linear_cache)
#end
    return grads


# %% Update
# One step down the slope: `W[l] := W[l] - alpha * dW[l]`, `b[l] := b[l] - alpha * db[l]`.

def update_parameters(parameters, grads, learning_rate):
    """The parameters after the step; those before it are left as they are."""
    updated = {}
    for l in range(1, len(parameters) // 2 + 1):
        updated["W" + str(l)] = parameters["W" + str(l)] - learning_rate * grads["dW" + str(l)]
        updated["b" + str(l)] = parameters["b" + str(l)] - learning_rate * grads["db" + str(l)]
    return updated


# %% Gradient descent
#if constant
# The cost of an iteration is that before its update.

def L_layer_model(X, Y, parameters, learning_rate, num_iterations, every):
    """The trained parameters, and the cost of every iteration."""
    costs = []
    for i in range(num_iterations):
#end
#if schedule
# The cost of an iteration is that before its update. The learning rate was changed on the way.

def L_layer_model(X, Y, parameters, learning_rates, num_iterations, every):
    """The trained parameters, and the cost of every iteration."""
    costs = []
    for i in range(num_iterations):
        if i in learning_rates:
            learning_rate = learning_rates[i]
#end
        AL, caches = L_model_forward(X, parameters)
        _, ZL = caches[-1]
        cost = compute_cost(ZL, Y)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        costs.append(cost)
        if i % every == 0:
#if full
            print(f"Cost after iteration {i}: {np.squeeze(cost)}")
#end
#if six
            print("Cost after iteration %i: %f" % (i, cost))
#end
    return parameters, costs


#if course
parameters = initialize_parameters_deep(layers_dims, seed)
#end
#if small
parameters = initialize_parameters(layers_dims, seed)
#end
#if he
parameters = initialize_parameters_he(layers_dims, seed)
#end
#if zeros
parameters = initialize_parameters_zeros(layers_dims)
#end
#if imported
parameters = load_parameters(__PARAMETERS_FILE__, layers_dims)
#end
#if constant
parameters, costs = L_layer_model(X, Y, parameters, learning_rate, num_iterations, every)
#end
#if schedule
parameters, costs = L_layer_model(X, Y, parameters, learning_rates, num_iterations, every)
#end


# %% Predictions
# The network says 1 where `AL` is greater than 0.5. The accuracy is the share of labels it says.

def predict(X, parameters):
    """0 or 1 for each example, (1, m)."""
    AL, _ = L_model_forward(X, parameters)
    return (AL > 0.5).astype(int)


accuracy = np.mean(predict(X, parameters) == Y)
print("Accuracy on the training set:", accuracy)
#if test
test_accuracy = np.mean(predict(X_test, parameters) == Y_test)
print("Accuracy on the test set:", test_accuracy)
#end
