using Microsoft.Extensions.Logging;

namespace WhatsCommerce.Diagnostics;

/// <summary>The log messages of the ASP.NET Core endpoint. They contain no bodies, secrets, tokens or phone numbers.</summary>
internal static partial class EndpointLog
{
    public const string Category = "WhatsCommerce.Webhooks.AspNetCore";

    [LoggerMessage(201, LogLevel.Warning, "Webhook endpoint {Pattern}: a delivery was rejected (413): it is larger than MaxBodyBytes, "
        + "which is {MaxBodyBytes}")]
    public static partial void BodyTooLarge(ILogger logger, string pattern, int maxBodyBytes);

    [LoggerMessage(202, LogLevel.Information, "Webhook endpoint {Pattern}: the connection was closed before the body of a delivery was "
        + "complete; nothing was handled")]
    public static partial void BodyIncomplete(ILogger logger, Exception exception, string pattern);

    [LoggerMessage(203, LogLevel.Information, "Webhook endpoint {Pattern}: the app stopped while a delivery was being handled. It was "
        + "answered 503, and Meta will deliver it again")]
    public static partial void Stopping(ILogger logger, string pattern);

    [LoggerMessage(204, LogLevel.Warning, "Webhook endpoint {Pattern} accepts deliveries without a signature, because AllowUnsigned is set "
        + "and the environment is Development")]
    public static partial void UnsignedAllowed(ILogger logger, string pattern);

    [LoggerMessage(205, LogLevel.Warning, "The webhook endpoint \"{Name}\" is registered, but not mapped, so this app receives no "
        + "deliveries for it: call MapWhatsCommerceWebhooks(pattern, \"{Name}\"), unless another process receives them, or the app passes "
        + "them to WebhookProcessor")]
    public static partial void NotMapped(ILogger logger, string name);
}
