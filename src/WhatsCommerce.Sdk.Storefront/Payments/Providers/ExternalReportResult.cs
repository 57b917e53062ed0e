namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the outcome of a payment report from the shop's own page.</summary>
public enum ExternalReportResult
{
    /// <summary>The report was accepted and the attempt was settled: respond with 200.</summary>
    Taken,

    /// <summary>The signature is missing or wrong: respond with 401.</summary>
    NotAuthentic,

    /// <summary>The signature is valid, but the body cannot be read: respond with 400.</summary>
    NotReadable,

    /// <summary>The shop has no such attempt for this page: respond with 404.</summary>
    NotFound,
}
