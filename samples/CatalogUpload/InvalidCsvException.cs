namespace CatalogUpload;

/// <summary>The file is empty, or a required column is missing.</summary>
internal sealed class InvalidCsvException(string message) : Exception(message);
