namespace WhatsCommerce.Testing;

/// <summary>Specifies why a request to the endpoint of a flow failed, for the metrics.</summary>
/// <remarks>Source: Meta, flows/reference/metrics_api.</remarks>
public enum EmulatedFlowError
{
    /// <summary><c>timeout_error</c>: the endpoint took too long.</summary>
    Timeout,

    /// <summary><c>unexpected_http_status_code</c>: the endpoint responded with an error.</summary>
    UnexpectedStatus,

    /// <summary><c>cannot_be_served</c>: the endpoint was not asked, because the flow cannot be served.</summary>
    CannotBeServed,

    /// <summary><c>no_http_response_error</c>: the endpoint did not respond.</summary>
    NoResponse,
}
