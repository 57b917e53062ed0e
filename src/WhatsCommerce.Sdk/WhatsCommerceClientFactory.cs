using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;

namespace WhatsCommerce;

/// <summary>Creates clients for accounts from the registrations of an app.</summary>
internal sealed class WhatsCommerceClientFactory(IServiceProvider provider, SentMessageObservers observers, OnceSender once)
    : IWhatsCommerceClientFactory
{
    public WhatsCommerceClient Create(WhatsCommerceAccount account) => Create("", account);

    public WhatsCommerceClient Create(string name, WhatsCommerceAccount account)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new WhatsCommerceClient(CreateTransport(name, account), observers, once);
    }

    public TenantClient Create(
        WhatsCommerceTenant tenant, PhoneNumberId phoneNumberId = default, BusinessAccountId businessAccountId = default) =>
        new(CreateTransport("", WhatsCommerceAccount.FromTenant(tenant, phoneNumberId, businessAccountId)), observers, once, tenant);

    private GraphTransport CreateTransport(string name, WhatsCommerceAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (Problem(account) is string problem)
        {
            throw new ArgumentException($"Account '{account.Name}': {problem}", nameof(account));
        }

        GraphServices services = provider.GetKeyedService<GraphServices>(name) ?? throw new InvalidOperationException(name.Length == 0
            ? "There is no unnamed registration: call services.AddWhatsCommerce(...), or pass a name."
            : $"There is no registration '{name}': call services.AddWhatsCommerce(\"{name}\", ...).");
        return new GraphTransport(services, account);
    }

    private static string? Problem(WhatsCommerceAccount account)
    {
        if (account is { AccessTokenProvider: null, AccessToken: string token } && !AccessTokens.IsBare(token))
        {
            return "AccessToken must be the bare token, without \"Bearer\", blanks or line breaks.";
        }

        // Ids become part of a URL.
        string? wrong = !IsId(account.PhoneNumberId.Value) ? nameof(account.PhoneNumberId)
            : !IsId(account.BusinessAccountId.Value) ? nameof(account.BusinessAccountId)
            : !IsId(account.BusinessId.Value) ? nameof(account.BusinessId)
            : !IsId(account.CatalogId.Value) ? nameof(account.CatalogId)
            : null;
        return wrong is null ? null : MetaIdAttribute.Problem(wrong, isOfNumber: wrong == nameof(account.PhoneNumberId));
    }

    private static bool IsId(string? id) => id is null || MetaIdAttribute.Fits(id);
}
