namespace CatalogUpload;

/// <summary>The file as a whole is not what it must be.</summary>
internal sealed class InvalidCsvException(string message) : Exception(message);
