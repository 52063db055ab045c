@_exported import DataSets
@_exported import Figures
@_exported import Frames
@_exported import NeuralNets
@_exported import Tensors
@_exported import Trees
