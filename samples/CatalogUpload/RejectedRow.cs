namespace CatalogUpload;

/// <summary>A row that was not written to the catalog.</summary>
/// <param name="Line">The line of the file, counted from 1, as an editor shows it.</param>
/// <param name="Id">The retailer id, as far as it could be read.</param>
/// <param name="Reason">Why the row was rejected.</param>
internal sealed record RejectedRow(int Line, string? Id, string Reason);
