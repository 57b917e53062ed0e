namespace WhatsCommerce.Tool.Uploads;

/// <summary>How far an upload is, as <c>upload --json</c> writes it after each batch.</summary>
internal sealed record UploadProgressLine(string Kind, long Accepted, long Rejected, long Resumed);

/// <summary>A row that is not in the catalog, as <c>upload --json</c> writes it.</summary>
internal sealed record UploadRejectedLine(string Kind, int Line, string? Id, string Reason);

/// <summary>The end of an upload, as <c>upload --json</c> writes it.</summary>
internal sealed record UploadReportLine(
    string Kind, long Read, long Accepted, long Rejected, long Unconfirmed, long Resumed, double Seconds, string? Problem);
