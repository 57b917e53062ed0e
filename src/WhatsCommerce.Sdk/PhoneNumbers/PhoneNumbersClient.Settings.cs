namespace WhatsCommerce.PhoneNumbers;

/// <content>The settings of a number, and the request for its blue badge.</content>
public partial class PhoneNumbersClient
{
    private const int RegionLetters = 2;

    // A second request may count as another one, and after a rejection Meta accepts none for 30 days.
    private static readonly GraphOperation OfficialRequest =
        new("request_official_account", ResponseReader.Of(PhoneNumbersJson.Default.SuccessResponse))
        {
            IsSentOnce = true,
            IfUnknown = "Whether the request was handed in is not known; it was not repeated. Read its status before you hand it in again.",
        };

    /// <summary>Reads the settings of this client's number except those of calls: identity check, local storage, encryption.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<NumberSettings> GetSettingsAsync(CancellationToken cancellationToken = default) =>
        (await Api.GetSettings(Number, cancellationToken).ConfigureAwait(false)).ToSettings();

    /// <summary>
    /// Enables or disables the identity change check of this client's number. When enabled, webhooks contain the hash of a customer's
    /// identity (<c>identity_key_hash</c>), and a message with another hash is not delivered (137000).
    /// </summary>
    /// <param name="isEnabled">Whether to enable the check.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual Task SetIdentityCheckAsync(bool isEnabled, CancellationToken cancellationToken = default) =>
        Api.SetSettings(Number, new NumberSettingsChange { UserIdentityChange = new(isEnabled) }, cancellationToken);

    /// <summary>
    /// Sets the country in which Meta stores message data of this client's number. The number must not be registered: deregister it, set
    /// this, and register it again.
    /// </summary>
    /// <param name="region">The country, as two letters such as <c>BR</c>; <see langword="null"/> for Meta's default storage.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="WhatsCommerceValidationException">The region does not have two capital letters; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request (the number is registered, or the country is not supported), or could not
    /// be reached.</exception>
    public virtual async Task SetLocalStorageAsync(string? region, CancellationToken cancellationToken = default)
    {
        Violations violations = new();
        if (region is not null && (region.Length != RegionLetters || region.Any(letter => letter is < 'A' or > 'Z')))
        {
            violations.Add(
                "storage_configuration.data_localization_region",
                ViolationRule.Format,
                "The region must be a country code of two capital letters, such as BR.");
        }

        violations.ThrowIfAny("The storage of the number was not changed");
        NumberSettingsChange change = new()
        {
            StorageConfiguration = new(region is null ? "DEFAULT" : "IN_COUNTRY_STORAGE_ENABLED", region),
        };
        await Api.SetSettings(Number, change, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the status of the request for the blue badge of this client's number.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The status; empty if Meta returns none.</returns>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<OfficialAccountStatus> GetOfficialAccountAsync(CancellationToken cancellationToken = default)
    {
        OfficialAccountResponse response =
            await Api.GetOfficial(Number, "official_business_account", cancellationToken).ConfigureAwait(false);
        return response.OfficialBusinessAccount ?? new OfficialAccountStatus();
    }

    /// <summary>
    /// Requests the blue badge of an official business account. Meta reviews the request; after a rejection it accepts another one after 30
    /// days. Never retried when the outcome is unknown.
    /// </summary>
    /// <param name="request">The data of the request.</param>
    /// <param name="cancellationToken">Cancels the call. Once it is under way, its response is awaited for up to five seconds.</param>
    /// <exception cref="WhatsCommerceValidationException">It violates rules; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    /// <exception cref="OutcomeUnknownException">The request may or may not have been submitted.</exception>
    public virtual async Task RequestOfficialAccountAsync(OfficialAccountRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Check();
        GraphCall call = _transport.Post(
            OfficialRequest,
            $"{_transport.Account.RequirePhoneNumberId()}/official_business_account",
            JsonSerializer.SerializeToUtf8Bytes(request, PhoneNumbersJson.Default.OfficialAccountRequest));
        await _transport.CallAsync<SuccessResponse>(call, cancellationToken).ConfigureAwait(false);
    }
}
