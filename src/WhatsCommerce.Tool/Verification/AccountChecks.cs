using Microsoft.Extensions.Configuration;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Commerce;
using WhatsCommerce.PhoneNumbers;
using WhatsCommerce.Subscriptions;

namespace WhatsCommerce.Tool.Verification;

/// <summary>
/// The checks of an account, which are all read-only. The permissions of the token are determined by calls that require them, because
/// inspecting a token would require the app's own token.
/// </summary>
internal sealed class AccountChecks(WhatsCommerceClient client, IConfigurationSection settings, WebhookFieldChecks fields)
{
    private readonly List<Check> _checks = [];

    /// <summary>Runs all checks.</summary>
    /// <exception cref="GraphConnectionException">Meta cannot be reached.</exception>
    public async Task<IReadOnlyList<Check>> RunAsync(CancellationToken end)
    {
        bool hasNumber = Has(nameof(WhatsCommerceOptions.PhoneNumberId), "number");
        bool hasAccount = Has(nameof(WhatsCommerceOptions.BusinessAccountId), "account");
        BusinessPhoneNumber? number = null;
        if (hasNumber)
        {
            number = await AskAsync("number", "whatsapp_business_management", client.PhoneNumbers.GetAsync, end).ConfigureAwait(false);
            if (_checks.Exists(check => check.Name == "token"))
            {
                // All other checks would fail for the same reason.
                return _checks;
            }

            Judge(number);
            await AskAsync("sending", "whatsapp_business_messaging", BlockedAsync, end).ConfigureAwait(false);
        }

        if (hasAccount)
        {
            await JudgeAsync(
                await AskAsync("subscription", "whatsapp_business_management", SubscriptionsAsync, end).ConfigureAwait(false),
                end).ConfigureAwait(false);
            Judge(await AskAsync("catalog", "catalog_management", ConnectedAsync, end).ConfigureAwait(false));
        }

        if (hasNumber)
        {
            Judge(await AskAsync("commerce", "whatsapp_business_management", client.Commerce.GetSettingsAsync, end).ConfigureAwait(false));
            await JudgeComplianceAsync(number, end).ConfigureAwait(false);
        }

        // The permissions of the token come first, because they explain other failures.
        return
        [
            Check.Ok("token", "Meta accepts it."),
            .. _checks.OrderBy(check => check.Name.Contains('_', StringComparison.Ordinal) ? 0 : 1),
        ];
    }

    private bool Has(string setting, string check)
    {
        bool has = !string.IsNullOrWhiteSpace(settings[setting]);
        if (!has)
        {
            _checks.Add(Check.Skipped(check, $"{setting} is not set.", $"Set WhatsCommerce__{setting} to check it."));
        }

        return has;
    }

    private async Task<T?> AskAsync<T>(string check, string permission, Func<CancellationToken, Task<T>> ask, CancellationToken end)
        where T : class
    {
        try
        {
            T response = await ask(end).ConfigureAwait(false);
            if (!_checks.Exists(earlier => earlier.Name == permission))
            {
                _checks.Add(Check.Ok(permission, "The token has it."));
            }

            return response;
        }
        catch (GraphAuthenticationException exception)
        {
            _checks.RemoveAll(earlier => earlier.Name == "token");
            _checks.Add(Check.Problem(
                "token",
                Words(exception),
                "Create a new token of a system user, with the permissions whatsapp_business_messaging, whatsapp_business_management and "
                    + "catalog_management. If the app demands appsecret_proof, set WhatsCommerce__AppSecret too."));
        }
        catch (GraphPermissionException exception)
        {
            if (!_checks.Exists(earlier => earlier.Name == permission && earlier.Outcome == Check.IsProblem))
            {
                _checks.Add(Check.Problem(
                    permission,
                    Words(exception),
                    $"Give the token the permission {permission}, and assign the account and the catalog to its system user."));
            }
        }
        catch (GraphInvalidRequestException exception)
        {
            _checks.Add(Check.Problem(
                check,
                Words(exception),
                "Is the id right, and may the token see it? Assign the account and the catalog to its system user."));
        }

        return null;
    }

    private static string Words(GraphException exception) => LogText.Quote(exception.Message);

    private async Task<object> BlockedAsync(CancellationToken end)
    {
        await foreach (object _ in client.BlockList.ListAsync(end).ConfigureAwait(false))
        {
            break;
        }

        return this;
    }

    private async Task<List<AppSubscription>> SubscriptionsAsync(CancellationToken end)
    {
        List<AppSubscription> subscriptions = [];
        await foreach (AppSubscription subscription in client.Subscriptions.ListAsync(end).ConfigureAwait(false))
        {
            subscriptions.Add(subscription);
        }

        return subscriptions;
    }

    private async Task<List<Catalog>> ConnectedAsync(CancellationToken end)
    {
        List<Catalog> connected = [];
        await foreach (Catalog catalog in client.Catalogs.ListConnectedAsync(cancellationToken: end).ConfigureAwait(false))
        {
            connected.Add(catalog);
        }

        return connected;
    }

    private void Judge(BusinessPhoneNumber? number)
    {
        if (number is null)
        {
            return;
        }

        string name = $"{number.DisplayPhoneNumber} ({number.VerifiedName ?? "no name"})";
        if (number.Status is not (null or "CONNECTED"))
        {
            _checks.Add(Check.Problem(
                "number",
                $"{name}: its status is {number.Status}.",
                "Register the number (PhoneNumbers.RegisterAsync), or look in WhatsApp Manager why it is restricted."));
        }
        else if (number.CodeVerificationStatus is "NOT_VERIFIED" or "EXPIRED")
        {
            _checks.Add(Check.Warning(
                "number",
                $"{name}: code_verification_status is {number.CodeVerificationStatus}.",
                "Verify it again before it is registered anew (RequestCodeAsync, VerifyCodeAsync)."));
        }
        else if (number.QualityRating == PhoneNumberQuality.Red)
        {
            _checks.Add(Check.Warning(
                "number", $"{name}: its quality is RED.", "Customers block or report it: send less, and only what they asked for."));
        }
        else
        {
            _checks.Add(Check.Ok("number", name));
        }
    }

    private async Task JudgeAsync(List<AppSubscription>? subscriptions, CancellationToken end)
    {
        if (subscriptions is null)
        {
            return;
        }

        if (subscriptions.Count == 0)
        {
            _checks.Add(Check.Problem(
                "subscription", "No app gets the webhooks of the account.", "Subscribe yours: Subscriptions.SubscribeAsync."));
            return;
        }

        string apps = string.Join(
            ", ",
            subscriptions.Select(subscription => (subscription.App?.Name ?? subscription.App?.Id ?? "an app")
                + (subscription.CallbackAddress is { } address ? $" at {address}" : "")));
        _checks.Add(Check.Ok("subscription", $"The webhooks of the account go to {apps}."));
        _checks.AddRange(await fields.RunAsync(subscriptions, end).ConfigureAwait(false));
    }

    private void Judge(List<Catalog>? connected)
    {
        if (connected is null)
        {
            return;
        }

        CatalogId wanted = settings[nameof(WhatsCommerceOptions.CatalogId)];
        if (connected.Count == 0)
        {
            _checks.Add(Check.Problem(
                "catalog", "No catalog is connected to the account.", "Connect one: Catalogs.ConnectAsync, or Commerce Manager."));
        }
        else if (wanted.HasValue && !connected.Exists(catalog => catalog.Id == wanted))
        {
            _checks.Add(Check.Problem(
                "catalog",
                $"The catalog {connected[0].Id} is connected, not {wanted}.",
                "Name that one in the settings, or disconnect it and connect yours; an account has one."));
        }
        else if (connected[0].Vertical.HasValue && connected[0].Vertical != CatalogVertical.Commerce)
        {
            _checks.Add(Check.Problem(
                "catalog", $"The catalog {connected[0].Id} is of the kind '{connected[0].Vertical}'.", "Create an Ecommerce catalog."));
        }
        else if (connected[0].ProductCount == 0)
        {
            _checks.Add(Check.Warning(
                "catalog", $"The catalog {connected[0].Id} is empty.", "Upload products: whatscommerce upload products.csv."));
        }
        else
        {
            _checks.Add(Check.Ok(
                "catalog", $"{connected[0].Id} is connected, with {Plural.Of(connected[0].ProductCount ?? 0, "item")}."));
        }
    }

    private void Judge(CommerceSettings? commerce)
    {
        if (commerce is null)
        {
            return;
        }

        _checks.Add(!commerce.IsCatalogVisible
            ? Check.Problem(
                "commerce", "The catalog is hidden.", "Show it: Commerce.UpdateSettingsAsync(isCatalogVisible: true).")
            : !commerce.IsCartEnabled
                ? Check.Warning(
                    "commerce", "Customers cannot fill a cart.", "Allow it: Commerce.UpdateSettingsAsync(isCartEnabled: true).")
                : Check.Ok("commerce", "The catalog is visible, and carts are allowed."));
    }

    // India's country code with ten digits.
    private async Task JudgeComplianceAsync(BusinessPhoneNumber? number, CancellationToken end)
    {
        if (number?.DisplayPhoneNumber is not { } shown
            || !PhoneNumber.TryParse(shown, out PhoneNumber parsed)
            || !parsed.E164!.StartsWith("+91", StringComparison.Ordinal))
        {
            return;
        }

        Box? found = await AskAsync(
            "india",
            "whatsapp_business_management",
            async token => new Box(await client.Commerce.GetComplianceAsync(token).ConfigureAwait(false) is not null),
            end).ConfigureAwait(false);
        if (found is not null)
        {
            _checks.Add(found.HasCompliance
                ? Check.Ok("india", "The business compliance data is set.")
                : Check.Problem(
                    "india",
                    "The number has no business compliance data: product messages are refused in India.",
                    "Set it: Commerce.SetComplianceAsync."));
        }
    }

    private sealed record Box(bool HasCompliance);
}
