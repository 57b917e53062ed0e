namespace WhatsCommerce.Webhooks;

/// <summary>The log messages about tenants. They contain no bodies, no secrets and no untrusted ids.</summary>
internal static partial class TenantLog
{
    [LoggerMessage(171, LogLevel.Warning, "Webhook endpoint {Endpoint}: a delivery was rejected (401): it was not signed with a secret of "
        + "the endpoint, nor with a current secret of the tenants named by {Source}")]
    public static partial void NotProven(ILogger logger, string endpoint, string source);

    [LoggerMessage(172, LogLevel.Warning, "Webhook endpoint {Endpoint}: {Foreign} of {Events} events of a delivery belong to no tenant "
        + "that may receive them, and did not run ({Rule})")]
    public static partial void Foreign(ILogger logger, string endpoint, int foreign, int events, ForeignEvents rule);

    [LoggerMessage(173, LogLevel.Error, "Webhook endpoint {Endpoint}: a request was answered 500, because the directory of tenants did "
        + "not respond")]
    public static partial void NoResponse(ILogger logger, Exception exception, string endpoint);
}
