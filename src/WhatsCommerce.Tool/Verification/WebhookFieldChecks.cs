using WhatsCommerce.Subscriptions;

namespace WhatsCommerce.Tool.Verification;

/// <summary>
/// Checks the webhook fields that the app is subscribed to. Meta returns them only for the app access token, which consists of the app id
/// and the app secret.
/// </summary>
/// <param name="account">The account, for the settings and a client for the app.</param>
/// <param name="appId">The app id from the command line.</param>
/// <param name="callback">The expected callback URL of the app.</param>
internal sealed class WebhookFieldChecks(AccountClient account, string? appId, Uri? callback)
{
    private const string Name = "webhook fields";
    private const string Look =
        "Look at WhatsApp > Configuration that 'messages' is subscribed, and what else docs/going-live.md lists.";

    // The fields besides messages that docs/going-live.md lists for every app.
    private static readonly string[] Wanted =
    [
        "account_alerts", "account_update", "business_capability_update", "message_template_quality_update",
        "message_template_status_update", "phone_number_name_update", "phone_number_quality_update", "template_category_update",
        "user_preferences",
    ];

    /// <summary>Checks the subscribed fields.</summary>
    /// <param name="subscriptions">The apps that receive the account's webhooks; at least one.</param>
    /// <param name="end">Cancels the check.</param>
    public async Task<IReadOnlyList<Check>> RunAsync(List<AppSubscription> subscriptions, CancellationToken end)
    {
        string?[] subscribed = [.. subscriptions.Select(subscription => subscription.App?.Id)];
        string? named = appId ?? account.Settings["AppId"];
        if (!string.IsNullOrWhiteSpace(named) && !subscribed.Contains(named))
        {
            return
            [
                Check.Problem(
                    Name,
                    $"The app {named} does not get the webhooks of the account.",
                    "Subscribe it: Subscriptions.SubscribeAsync, with a token of that app; or name the right app with --app-id."),
            ];
        }

        string? app = !string.IsNullOrWhiteSpace(named) ? named : subscribed is [{ } only] ? only : null;
        string? secret = Secret();
        if (app is null || !app.All(char.IsAsciiDigit) || secret is null)
        {
            return
            [
                app is null
                    ? Check.Skipped(Name, "Several apps get the webhooks of the account.", $"Say which one is yours with --app-id. {Look}")
                    : Check.Skipped(
                        Name,
                        "Meta tells them to a token of the app only.",
                        $"Set WhatsCommerce__AppSecret to the secret of the app {app}. {Look}"),
            ];
        }

        try
        {
            return Judge(app, await WebhookAsync(app, secret, end).ConfigureAwait(false));
        }
        catch (GraphException exception) when (exception is not GraphConnectionException)
        {
            return
            [
                Check.Problem(
                    Name,
                    LogText.Quote(exception.Message),
                    $"Is the app secret that of the app {app}? Compare App settings > Basic; a wrong one also refuses every webhook."),
            ];
        }
    }

    private async Task<AppWebhook?> WebhookAsync(string app, string secret, CancellationToken end)
    {
        SubscriptionsClient subscriptions = account.CreateForApp(app, secret).Subscriptions;
        await foreach (AppWebhook webhook in subscriptions.ListAppWebhooksAsync(app, end).ConfigureAwait(false))
        {
            if (webhook.Object == AppWebhook.WhatsApp)
            {
                return webhook;
            }
        }

        return null;
    }

    private List<Check> Judge(string app, AppWebhook? webhook)
    {
        string[] fields = [.. webhook?.Fields.Select(field => field.Name).OfType<string>() ?? []];
        if (webhook is not { IsActive: not false } || !fields.Contains("messages"))
        {
            return
            [
                Check.Problem(
                    Name,
                    webhook is null ? $"The app {app} has no webhook for WhatsApp."
                        : webhook.IsActive == false ? $"The webhook of the app {app} is not active."
                        : "The field messages is not subscribed: no message, cart or status arrives.",
                    "Set the callback and subscribe the field messages: WhatsApp > Configuration."),
            ];
        }

        List<Check> checks = [];
        string[] missing = [.. Wanted.Except(fields)];
        checks.Add(missing.Length == 0
            ? Check.Ok(
                Name, FormattableString.Invariant($"{fields.Length} are subscribed, with messages and all that every app should know."))
            : Check.Warning(
                Name,
                $"messages is subscribed; {string.Join(", ", missing)} {(missing.Length == 1 ? "is" : "are")} not.",
                "Subscribe them too (WhatsApp > Configuration): docs/going-live.md says what each one brings."));
        if (callback is not null
            && webhook.CallbackAddress is { Length: > 0 } address
            && !(Uri.TryCreate(address, UriKind.Absolute, out Uri? told) && told == callback))
        {
            checks.Add(Check.Warning(
                "webhook address",
                $"Meta delivers to {address}, and not to {callback}.",
                "Change the callback at WhatsApp > Configuration, unless the account or the number has one of its own."));
        }

        return checks;
    }

    private string? Secret() => new[] { account.Settings["AppSecret"], account.Settings["Webhooks:AppSecrets:0"] }
        .FirstOrDefault(secret => !string.IsNullOrWhiteSpace(secret));
}
