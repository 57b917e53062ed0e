namespace WhatsCommerce.Tool.Uploads;

/// <summary>The progress of an upload, as written by <c>upload --json</c> after each batch.</summary>
internal sealed record UploadProgressLine(string Kind, long Accepted, long Rejected, long Resumed);

/// <summary>A row that is not in the catalog, as written by <c>upload --json</c>.</summary>
internal sealed record UploadRejectedLine(string Kind, int Line, string? Id, string Reason);

/// <summary>The result of an upload, as written by <c>upload --json</c>.</summary>
internal sealed record UploadReportLine(
    string Kind, long Read, long Accepted, long Rejected, long Unconfirmed, long Resumed, double Seconds, string? Problem);
