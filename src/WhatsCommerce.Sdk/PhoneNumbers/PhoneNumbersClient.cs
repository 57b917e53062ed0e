namespace WhatsCommerce.PhoneNumbers;

/// <summary>
/// Manages the business's own numbers, and the profile that customers see. Available as <see cref="WhatsCommerceClient.PhoneNumbers"/>.
/// </summary>
public partial class PhoneNumbersClient
{
    // A second request would send a second code, and Meta limits them.
    private static readonly GraphOperation CodeRequest = new("request_code", ResponseReader.Of(PhoneNumbersJson.Default.SuccessResponse))
    {
        IsSentOnce = true,
        IfUnknown =
            "Whether a code is on its way is not known; the request was not retried. Wait for it some minutes before you ask again.",
    };

    private const string ProfileFields = "about,address,description,email,profile_picture_url,websites,vertical";

    private readonly GraphTransport _transport = null!;

    private IPhoneNumberApi Api => field ??= GraphApi.Create<IPhoneNumberApi>(_transport, PhoneNumbersJson.Default);

    private PhoneNumberId Number => _transport.Account.RequirePhoneNumberId();

    internal PhoneNumbersClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected PhoneNumbersClient() { }

    /// <summary>Lists the numbers of this client's WhatsApp Business account.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public virtual Paged<BusinessPhoneNumber> ListAsync(CancellationToken cancellationToken = default) =>
        _transport.List(
            (limit, after, token) =>
                Api.List(_transport.Account.RequireBusinessAccountId(), BusinessPhoneNumber.Fields, limit, after, token),
            cancellationToken);

    /// <summary>Lists the numbers of an account, such as one that a customer shares with a solution provider.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    public virtual Paged<BusinessPhoneNumber> ListAsync(BusinessAccountId accountId, CancellationToken cancellationToken = default)
    {
        GraphPath.Check(accountId);
        return _transport.List(
            (limit, after, token) => Api.List(accountId, BusinessPhoneNumber.Fields, limit, after, token), cancellationToken);
    }

    /// <summary>Reads the state of this client's number: its quality, its verified name, its limits.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual Task<BusinessPhoneNumber> GetAsync(CancellationToken cancellationToken = default) =>
        Api.Get(Number, BusinessPhoneNumber.Fields, cancellationToken);

    /// <summary>Requests another display name, which Meta reviews before it is shown.</summary>
    /// <param name="displayName">From 2 to 75 characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="WhatsCommerceValidationException">The name violates a rule; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task RequestDisplayNameAsync(string displayName, CancellationToken cancellationToken = default)
    {
        Violations violations = new();
        violations.RequireText(
            "new_display_name",
            displayName,
            PhoneNumberLimits.DisplayNameLength,
            "The display name",
            PhoneNumberLimits.MinDisplayNameLength);
        violations.ThrowIfAny("The display name was not sent");
        await Api.SetDisplayName(Number, new DisplayNameBody(displayName), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the profile that customers see.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<BusinessProfile> GetProfileAsync(CancellationToken cancellationToken = default)
    {
        DataResponse<BusinessProfileResponse> response =
            await Api.GetProfile(Number, ProfileFields, cancellationToken).ConfigureAwait(false);
        return response.Data is [BusinessProfileResponse first, ..] ? first.ToProfile() : new BusinessProfile();
    }

    /// <summary>Changes the profile that customers see.</summary>
    /// <param name="update">The changes; members that are not set are unchanged.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="WhatsCommerceValidationException">It violates rules; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task UpdateProfileAsync(BusinessProfileUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        update.Check();
        await Api.SetProfile(Number, update, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Registers this client's number, so that it can send and receive through the Cloud API.</summary>
    /// <param name="pin">
    /// The six digits of the PIN for two-step verification. If the number has a PIN, it must be this one; otherwise this one is set.
    /// </param>
    /// <param name="dataLocalizationRegion">
    /// The country in which Meta stores message data at rest, as two letters such as <c>DE</c>; Meta's default if omitted.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="WhatsCommerceValidationException">PIN or region violate a rule; nothing was sent.</exception>
    /// <exception cref="GraphException">
    /// Meta rejected the request (<see cref="GraphErrorCodes.PinMismatch"/>: the number has another PIN), or could not be reached.
    /// </exception>
    public virtual async Task RegisterAsync(
        string pin, string? dataLocalizationRegion = null, CancellationToken cancellationToken = default)
    {
        RegistrationBody body = new(pin, dataLocalizationRegion);
        body.Check();
        await Api.Register(Number, body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deregisters this client's number: it no longer sends or receives through the Cloud API until it is registered
    /// again.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual Task DeregisterAsync(CancellationToken cancellationToken = default) => Api.Deregister(Number, cancellationToken);

    /// <summary>Sets the PIN of two-step verification, which is required to register the number again.</summary>
    /// <param name="pin">Six digits.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="WhatsCommerceValidationException">The PIN does not have six digits; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task SetTwoStepPinAsync(string pin, CancellationToken cancellationToken = default)
    {
        PinBody body = new(pin);
        body.Check();
        await Api.SetPin(Number, body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Requests a verification code, which Meta sends to the number; pass it to <see cref="VerifyCodeAsync"/>. Never retried when the
    /// outcome is unknown, because each request sends a code, and Meta limits them.
    /// </summary>
    /// <param name="method">How the code is sent.</param>
    /// <param name="language">The language of the message, such as <c>en_US</c>.</param>
    /// <param name="cancellationToken">Cancels the call. Once it is under way, its response is awaited for up to five seconds.</param>
    /// <exception cref="WhatsCommerceValidationException">The method or the language is absent; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    /// <exception cref="OutcomeUnknownException">A code may or may not have been sent.</exception>
    public virtual async Task RequestCodeAsync(
        VerificationCodeMethod method, string language, CancellationToken cancellationToken = default)
    {
        CodeRequestBody body = new(method, language);
        body.Check();
        GraphAccount account = _transport.Account;
        GraphCall call = new()
        {
            Operation = CodeRequest,
            Account = account,
            Method = HttpMethod.Post,
            Path = $"{account.RequirePhoneNumberId()}/request_code",
            Body = JsonSerializer.SerializeToUtf8Bytes(body, PhoneNumbersJson.Default.CodeRequestBody),
        };
        await _transport.CallAsync<SuccessResponse>(call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Verifies with the code that Meta sent that the number is yours.</summary>
    /// <param name="code">The code: six digits; a hyphen or a space in the middle is removed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="WhatsCommerceValidationException">The code does not have six digits; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the code, or could not be reached.</exception>
    public virtual async Task VerifyCodeAsync(string code, CancellationToken cancellationToken = default)
    {
        CodeBody body = new(code?.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        body.Check();
        await Api.VerifyCode(Number, body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets the welcome message, prompts and commands of an empty chat with this client's number.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The components; without prompts and commands when none were set.</returns>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<ConversationalComponents> GetConversationalComponentsAsync(CancellationToken cancellationToken = default)
    {
        ConversationalResponse response =
            await Api.GetAutomation(Number, "conversational_automation", cancellationToken).ConfigureAwait(false);
        return response.ConversationalAutomation ?? new ConversationalComponents();
    }

    /// <summary>
    /// Sets the welcome message, prompts and commands of an empty chat with this client's number. Replaces all components: omitted ones are
    /// removed.
    /// </summary>
    /// <param name="components">Welcome message, prompts (ice breakers) and commands.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="WhatsCommerceValidationException">The components violate rules; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task SetConversationalComponentsAsync(
        ConversationalComponents components, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(components);
        components.Check();
        await Api.SetAutomation(Number, components, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets the public key with which WhatsApp encrypts the data that flows send to their endpoint.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The key; without a PEM when none was set.</returns>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<FlowPublicKey> GetPublicKeyAsync(CancellationToken cancellationToken = default)
    {
        DataResponse<FlowPublicKey> response =
            await Api.GetPublicKey(Number, FlowPublicKey.Fields, cancellationToken).ConfigureAwait(false);
        return response.Data is [FlowPublicKey first, ..] ? first : new FlowPublicKey();
    }

    /// <summary>
    /// Sets the public key with which WhatsApp encrypts the data that flows send to their endpoint. Required once for each number, and
    /// again after the number was registered again.
    /// </summary>
    /// <param name="pem">An RSA public key of 2048 bits as PEM.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="WhatsCommerceValidationException">It is not such a key, or a private one; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task SetPublicKeyAsync(string pem, CancellationToken cancellationToken = default)
    {
        PublicKeyBody body = new(pem);
        body.Check();
        await Api.SetPublicKey(Number, body, cancellationToken).ConfigureAwait(false);
    }
}
