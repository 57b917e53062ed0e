namespace WhatsCommerce.Commerce;

/// <summary>
/// Manages the commerce settings of a number, and the compliance data that Indian law requires. Available as
/// <see cref="WhatsCommerceClient.Commerce"/>.
/// </summary>
public class CommerceClient
{
    private const string ComplianceFields =
        "entity_name,entity_type,entity_type_custom,is_registered,grievance_officer_details,customer_care_details";

    private readonly GraphTransport _transport = null!;

    private ICommerceApi Api => field ??= GraphApi.Create<ICommerceApi>(_transport, CommerceJson.Default);

    private PhoneNumberId Number => _transport.Account.RequirePhoneNumberId();

    internal CommerceClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected CommerceClient() { }

    /// <summary>Reads the commerce settings of this client's number.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The settings; the defaults of a new number, if Meta returns none.</returns>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<CommerceSettings> GetSettingsAsync(CancellationToken cancellationToken = default)
    {
        DataResponse<CommerceSettingsResponse> response = await Api.GetSettings(Number, cancellationToken).ConfigureAwait(false);
        CommerceSettingsResponse settings = response.Data is [CommerceSettingsResponse first, ..] ? first : new(null, null, null);
        return settings.ToSettings();
    }

    /// <summary>Changes the commerce settings of this client's number.</summary>
    /// <param name="isCartEnabled">Whether customers can send carts; <see langword="null"/> for no change.</param>
    /// <param name="isCatalogVisible">Whether the storefront is visible; <see langword="null"/> for no change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">Both values are <see langword="null"/>.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task UpdateSettingsAsync(
        bool? isCartEnabled = null, bool? isCatalogVisible = null, CancellationToken cancellationToken = default)
    {
        if (isCartEnabled is null && isCatalogVisible is null)
        {
            throw new ArgumentException(
                "Nothing would be changed: say whether the cart is enabled, or whether the catalog is visible.", nameof(isCartEnabled));
        }

        await Api.SetSettings(Number, isCartEnabled, isCatalogVisible, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the compliance data that Indian law requires.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The data, or <see langword="null"/> when there is none: an Indian business then cannot send products.</returns>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<BusinessCompliance?> GetComplianceAsync(CancellationToken cancellationToken = default)
    {
        DataResponse<BusinessComplianceResponse> response =
            await Api.GetCompliance(Number, ComplianceFields, cancellationToken).ConfigureAwait(false);
        return response.Data is [BusinessComplianceResponse { EntityName.Length: > 0 } first, ..] ? first.ToCompliance() : null;
    }

    /// <summary>Sets the compliance data that Indian law requires, without which an Indian business cannot send products.</summary>
    /// <param name="compliance">The complete data; omitted members are removed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="WhatsCommerceValidationException">It violates rules; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task SetComplianceAsync(BusinessCompliance compliance, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(compliance);
        compliance.Check();
        await Api.SetCompliance(Number, compliance, cancellationToken).ConfigureAwait(false);
    }
}
