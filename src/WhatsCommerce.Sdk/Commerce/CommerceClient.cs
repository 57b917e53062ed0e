using WhatsCommerce.Http;
using WhatsCommerce.Json;

namespace WhatsCommerce.Commerce;

/// <summary>
/// The settings of the shop of a number, and the data that Indian law asks of businesses. Reached as <see cref="WhatsCommerceClient.Commerce"/>.
/// </summary>
public class CommerceClient
{
    private static readonly GraphEndpoint<PageAnswer<CommerceSettingsAnswer>> GetSettings =
        new(HttpMethod.Get, account => $"{account.RequirePhoneNumberId()}/whatsapp_commerce_settings", GraphJson.Default.PageAnswerCommerceSettingsAnswer, answer => answer.Data is not null)
        {
            Operation = "get_commerce_settings",
        };

    private static readonly GraphEndpoint<SuccessAnswer> SetSettings =
        new(HttpMethod.Post, account => $"{account.RequirePhoneNumberId()}/whatsapp_commerce_settings", GraphJson.Default.SuccessAnswer, answer => answer.Success == true)
        {
            Operation = "set_commerce_settings",
        };

    private static readonly GraphEndpoint<PageAnswer<BusinessComplianceAnswer>> GetCompliance =
        new(HttpMethod.Get, account => $"{account.RequirePhoneNumberId()}/business_compliance_info", GraphJson.Default.PageAnswerBusinessComplianceAnswer, answer => answer.Data is not null)
        {
            Operation = "get_business_compliance",
            Query = GraphQuery.Fields("entity_name,entity_type,entity_type_custom,is_registered,grievance_officer_details,customer_care_details"),
        };

    private static readonly GraphEndpoint<SuccessAnswer> SetCompliance =
        new(HttpMethod.Post, account => $"{account.RequirePhoneNumberId()}/business_compliance_info", GraphJson.Default.SuccessAnswer, answer => answer.Success == true)
        {
            Operation = "set_business_compliance",
        };

    private readonly GraphTransport _transport = null!;

    internal CommerceClient(GraphTransport transport) => _transport = transport;

    /// <summary>For test doubles that override the methods.</summary>
    protected CommerceClient()
    {
    }

    /// <summary>Reads what customers of this client's number see of its shop.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The settings; those of a number that nobody has set up, if Meta gives none.</returns>
    /// <exception cref="GraphException">Meta refused it, or could not be reached.</exception>
    public virtual async Task<CommerceSettings> GetSettingsAsync(CancellationToken cancellationToken = default)
    {
        PageAnswer<CommerceSettingsAnswer> answer = await _transport.SendIdempotentAsync(GetSettings, body: null, cancellationToken).ConfigureAwait(false);
        return (answer.Data is [CommerceSettingsAnswer first, ..] ? first : new CommerceSettingsAnswer(null, null, null)).ToSettings();
    }

    /// <summary>Changes what customers of this client's number see of its shop.</summary>
    /// <param name="isCartEnabled">Whether customers can send carts; <see langword="null"/> leaves it as it is.</param>
    /// <param name="isCatalogVisible">Whether the storefront can be seen; <see langword="null"/> leaves it as it is.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="ArgumentException">Nothing would be changed.</exception>
    /// <exception cref="GraphException">Meta refused it, or could not be reached.</exception>
    public virtual async Task UpdateSettingsAsync(
        bool? isCartEnabled = null, bool? isCatalogVisible = null, CancellationToken cancellationToken = default)
    {
        if (isCartEnabled is null && isCatalogVisible is null)
        {
            throw new ArgumentException("Nothing would be changed: say whether the cart is enabled, or whether the catalog is visible.", nameof(isCartEnabled));
        }

        // Meta documents these two as parameters of the address.
        GraphEndpoint<SuccessAnswer> endpoint = SetSettings with
        {
            Query = GraphQuery.None.With("is_cart_enabled", isCartEnabled).With("is_catalog_visible", isCatalogVisible),
        };
        await _transport.SendIdempotentAsync(endpoint, body: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the data that Indian law asks of businesses.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The data, or <see langword="null"/> when there is none: an Indian business then cannot send products.</returns>
    /// <exception cref="GraphException">Meta refused it, or could not be reached.</exception>
    public virtual async Task<BusinessCompliance?> GetComplianceAsync(CancellationToken cancellationToken = default)
    {
        PageAnswer<BusinessComplianceAnswer> answer = await _transport.SendIdempotentAsync(GetCompliance, body: null, cancellationToken).ConfigureAwait(false);
        return answer.Data is [BusinessComplianceAnswer { EntityName.Length: > 0 } first, ..] ? first.ToCompliance() : null;
    }

    /// <summary>Sets the data that Indian law asks of businesses, which they need before they may send products.</summary>
    /// <param name="compliance">The whole of it; what is left out is removed.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="WhatsCommerceValidationException">It breaks rules; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta refused it, or could not be reached.</exception>
    public virtual async Task SetComplianceAsync(BusinessCompliance compliance, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(compliance);
        compliance.Check();
        byte[] body = JsonBytes.Write(compliance, static (writer, compliance) => compliance.WriteTo(writer));
        await _transport.SendIdempotentAsync(SetCompliance, body, cancellationToken).ConfigureAwait(false);
    }
}
