using Microsoft.Extensions.Logging;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Diagnostics;

/// <summary>The log messages of flow endpoints. They contain no data of forms, and no token, key or secret.</summary>
internal static partial class FlowLog
{
    public const string Category = "WhatsCommerce.Flows";

    [LoggerMessage(601, LogLevel.Warning, "Flow endpoint {Pattern}: a request was rejected (413): it is larger than MaxBodyBytes, which is "
        + "{MaxBodyBytes}")]
    public static partial void BodyTooLarge(ILogger logger, string pattern, int maxBodyBytes);

    [LoggerMessage(602, LogLevel.Warning, "Flow endpoint {Pattern}: a request was rejected (432): its signature is {Result}. If this is "
        + "from Meta, AppSecrets does not contain the secret of the app that is connected to the flow")]
    public static partial void NotSigned(ILogger logger, string pattern, SignatureResult result);

    [LoggerMessage(603, LogLevel.Warning, "Flow endpoint {Pattern}: a request was rejected (421): no private key decrypts it. WhatsApp "
        + "fetches the public key again and repeats it; if it does not stop, upload the public part of PrivateKeys:0 for the number")]
    public static partial void NotDecrypted(ILogger logger, string pattern);

    [LoggerMessage(604, LogLevel.Warning, "Flow endpoint {Pattern}: a request was rejected (400): it is not an encrypted request of "
        + "a flow")]
    public static partial void Malformed(ILogger logger, string pattern);

    [LoggerMessage(605, LogLevel.Error, "Flow endpoint {Pattern}: the customer's WhatsApp could not use a response: {Error} ({Message}), "
        + "screen {Screen}")]
    public static partial void ClientError(ILogger logger, string pattern, string error, string message, string? screen);
}
