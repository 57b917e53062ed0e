namespace WhatsCommerce.Storefronts;

/// <summary>The outcome of a report of the shop's own page.</summary>
public enum ExternalReportResult
{
    /// <summary>It was taken; the attempt was settled by it.</summary>
    Taken,

    /// <summary>It is not signed with the secret: answer 401.</summary>
    NotAuthentic,

    /// <summary>It is authentic and cannot be read: answer 400.</summary>
    NotReadable,

    /// <summary>The shop has no such attempt of this page: answer 404.</summary>
    NotFound,
}
