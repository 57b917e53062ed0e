using System.Security.Cryptography;

namespace WhatsCommerce.Webhooks;

public sealed partial class WebhookProcessor
{
    private static readonly WebhookResponse InvalidVerifyToken = new(WebhookOutcome.InvalidVerifyToken);
    private static readonly WebhookResponse InvalidChallenge = new(WebhookOutcome.InvalidChallenge);

    /// <summary>Answers the challenge that Meta sends with GET when the callback URL is saved in the App Dashboard.</summary>
    /// <param name="mode">The query parameter <c>hub.mode</c>.</param>
    /// <param name="verifyToken">
    /// The query parameter <c>hub.verify_token</c>, compared with <see cref="WebhookOptions.VerifyToken"/>.
    /// </param>
    /// <param name="challenge">The query parameter <c>hub.challenge</c>, which becomes the <see cref="WebhookResponse.Body"/>.</param>
    /// <param name="endpointName">
    /// The name of the endpoint that received it; <see langword="null"/> for the endpoint without a name.
    /// </param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">There is no endpoint with that name.</exception>
    /// <exception cref="OptionsValidationException">The options of the endpoint are invalid; the message says which and how.</exception>
    public WebhookResponse AnswerChallenge(string? mode, string? verifyToken, string? challenge, string? endpointName = null)
    {
        endpointName ??= Options.DefaultName;
        _ = GetEndpoint(endpointName);
        return AnswerChallenge(mode, verifyToken, challenge, endpointName, _options.Get(endpointName).VerifyToken, "VerifyToken");
    }

    /// <summary>Answers the challenge that Meta sends with GET to the URL of a tenant.</summary>
    /// <remarks>
    /// The expected verify token is that of the tenant, or that of the options if the tenant has none. An unknown tenant is answered like a
    /// wrong token.
    /// </remarks>
    /// <param name="mode">The query parameter <c>hub.mode</c>.</param>
    /// <param name="verifyToken">The query parameter <c>hub.verify_token</c>.</param>
    /// <param name="challenge">The query parameter <c>hub.challenge</c>, which becomes the <see cref="WebhookResponse.Body"/>.</param>
    /// <param name="options">The endpoint that received the request, and the tenant in its URL.</param>
    /// <param name="cancellationToken">Ends the wait for the directory of tenants.</param>
    /// <returns>The answer; 500 when the directory failed.</returns>
    /// <exception cref="ArgumentException">There is no endpoint with that name.</exception>
    /// <exception cref="OptionsValidationException">The options of the endpoint are invalid; the message says which and how.</exception>
    public async Task<WebhookResponse> AnswerChallengeAsync(
        string? mode,
        string? verifyToken,
        string? challenge,
        WebhookRequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        string endpointName = options?.EndpointName ?? Options.DefaultName;
        if (!GetEndpoint(endpointName).UsesTenants || options?.TenantId is not { } tenantId)
        {
            return AnswerChallenge(mode, verifyToken, challenge, endpointName);
        }

        try
        {
            WhatsCommerceTenant? tenant = await _services.Tenants.FindAsync(tenantId, cancellationToken).ConfigureAwait(false);
            string? expected = tenant is null ? null : tenant.VerifyToken ?? _options.Get(endpointName).VerifyToken;
            return AnswerChallenge(mode, verifyToken, challenge, endpointName, expected, "the verify token of the tenant");
        }
        catch (TenantLookupException exception)
        {
            TenantLog.NoResponse(_logger, exception, endpointName.ForLogs());
            return StoreFailed;
        }
    }

    private WebhookResponse AnswerChallenge(
        string? mode, string? verifyToken, string? challenge, string endpointName, string? expected, string expectedName)
    {
        if (mode != "subscribe" || string.IsNullOrEmpty(verifyToken) || string.IsNullOrEmpty(challenge))
        {
            Log.InvalidChallenge(_logger, endpointName.ForLogs());
            return InvalidChallenge;
        }

        if (string.IsNullOrWhiteSpace(expected) || !AreSame(verifyToken, expected))
        {
            Log.InvalidVerifyToken(
                _logger,
                endpointName.ForLogs(),
                string.IsNullOrWhiteSpace(expected)
                    ? $"{expectedName} is not set"
                    : $"its verify token is not the {(expectedName == "VerifyToken" ? "VerifyToken that is set" : "one of the tenant")}");
            return InvalidVerifyToken;
        }

        Log.ChallengeAccepted(_logger, endpointName.ForLogs());
        return new(WebhookOutcome.ChallengeAccepted, challenge);
    }

    // Hashed first, so that the timing does not even reveal the length of the token.
    private static bool AreSame(string given, string expected) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
