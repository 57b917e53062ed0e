namespace WhatsCommerce.Uploads;

/// <summary>The id of a session of a resumable upload, such as <c>upload:MTphdHRhY2htZW50...?sig=ARZ...</c>.</summary>
/// <remarks>
/// Anyone with the id and the token can continue the upload: store the id to resume after a restart. A null, empty or blank value means
/// absent, and equals <see langword="default"/>.
/// </remarks>
[Id]
public readonly partial record struct UploadSessionId;
