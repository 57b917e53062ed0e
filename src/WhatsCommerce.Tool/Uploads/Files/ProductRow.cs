namespace WhatsCommerce.Tool.Uploads;

/// <summary>A row of a file of products.</summary>
/// <param name="Line">Its line, or its number among the items of a JSON file, counted from 1.</param>
/// <param name="Field">Returns a field by its name; <see langword="null"/> when it is absent or empty. Valid until the next row.</param>
/// <param name="Problem">The error of the row as a whole; null when there is none.</param>
internal sealed record ProductRow(int Line, Func<string, string?> Field, string? Problem = null);
