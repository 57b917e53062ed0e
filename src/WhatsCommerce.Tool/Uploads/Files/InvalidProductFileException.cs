namespace WhatsCommerce.Tool.Uploads;

/// <summary>A file of products cannot be read: it is empty, a required column is missing, or it is no CSV or JSON.</summary>
internal sealed class InvalidProductFileException(string message) : Exception(message);
