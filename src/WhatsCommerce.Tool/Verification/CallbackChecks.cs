using WhatsCommerce.Testing;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tool.Verification;

/// <summary>The checks of the app's webhook endpoint, which send the same requests as Meta.</summary>
internal static class CallbackChecks
{
    // A valid webhook without events.
    private static readonly byte[] NoEvents = """{"object":"whatsapp_business_account","entry":[]}"""u8.ToArray();

    /// <summary>Sends a webhook verification request, and posts a webhook without events with a valid and an invalid signature.</summary>
    public static async Task<IReadOnlyList<Check>> RunAsync(SignedPoster poster, string? verifyToken, CancellationToken end)
    {
        List<Check> checks = [];
        if (string.IsNullOrWhiteSpace(verifyToken))
        {
            checks.Add(Check.Skipped(
                "callback", "There is no verify token.", "Set WhatsCommerce__Webhooks__VerifyToken to see whether the app knows it."));
        }
        else
        {
            checks.Add(await AskAsync(poster.Address, verifyToken, end).ConfigureAwait(false));
        }

        PostedWebhook signed = await poster.PostAsync(NoEvents, end).ConfigureAwait(false);
        checks.Add(signed.IsTaken
            ? Check.Ok("signature", $"A signed webhook is taken ({signed.Words}).")
            : Check.Problem(
                "signature",
                $"A signed webhook is not taken: {signed.Words}.",
                "Compare Webhooks:AppSecrets with the secret of this app."));
        if (!signed.IsTaken)
        {
            return checks;
        }

        string bad = WebhookSignature.Compute(NoEvents, "not the secret");
        PostedWebhook forged = await poster.PostAsync(NoEvents, bad, end).ConfigureAwait(false);
        checks.Add(forged switch
        {
            { IsTaken: true } => Check.Problem(
                "forgery",
                "A webhook with a wrong signature is accepted.",
                "Anyone can write to the app: verify signatures, no AllowUnsigned."),
            { StatusCode: { } status } => Check.Ok(
                "forgery", FormattableString.Invariant($"A webhook with a wrong signature is rejected ({status}).")),
            _ => Check.Warning(
                "forgery",
                $"A webhook with a wrong signature gets no response: {forged.Words}.",
                "Respond with 401: otherwise Meta delivers it again."),
        });
        return checks;
    }

    private static async Task<Check> AskAsync(Uri callback, string verifyToken, CancellationToken end)
    {
        CloudApiEmulator asking = await CloudApiEmulator.StartAsync(new() { VerifyToken = verifyToken }, end).ConfigureAwait(false);
        await using (asking.ConfigureAwait(false))
        {
            try
            {
                await asking.ConnectWebhookAsync(callback, end).ConfigureAwait(false);
                return Check.Ok("callback", $"{callback} responds to the verification.");
            }
            catch (WebhookVerificationException exception)
            {
                return Check.Problem("callback", exception.Message, "Start the app, and compare its path and verify token.");
            }
        }
    }
}
