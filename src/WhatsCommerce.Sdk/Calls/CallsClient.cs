namespace WhatsCommerce.Calls;

/// <summary>
/// Makes calls over WhatsApp: call permissions, calls in both directions, and the call settings of this client's number. Available as
/// <see cref="WhatsCommerceClient.Calls"/>.
/// </summary>
/// <remarks>
/// <para>The SDK exchanges session descriptions (SDP); the audio itself needs a WebRTC library or a SIP server. A customer must have
/// allowed calls before the business can call: see <c>Message.CallPermissionRequest()</c> and the template component of the same name.
/// What happens in a call arrives as <c>CallEvent</c> and <c>CallStatusEvent</c>, the customer's decision as an
/// <c>InteractiveReplyEvent</c>.</para>
/// <para>Requests that start, answer or end a call are never retried when their outcome is unknown. Sources: Meta,
/// calling/business-initiated-calls, user-initiated-calls, user-call-permissions, call-settings.</para>
/// </remarks>
public class CallsClient
{
    private static readonly GraphOperation Start = new("start_call", ResponseReader.Of(CallsJson.Default.CallStartResponse))
    {
        IsSentOnce = true,
        IfUnknown = "Whether the customer's phone rings is not known; the call was not repeated. Wait for the webhooks of the call.",
        IfRefused = " The customer must have allowed calls, and calling must be enabled for the number.",
    };

    private static readonly GraphOperation Change = new("change_call", ResponseReader.Of(CallsJson.Default.SuccessResponse))
    {
        IsSentOnce = true,
        IfUnknown = "The state of the call is unknown; the request was not repeated. Wait for the webhooks of the call.",
        IfRefused = " Only a call that is under way can be answered or ended, and only within 30 to 60 seconds after it came.",
    };

    private static readonly GraphOperation ReadPermission =
        new("get_call_permission", ResponseReader.Of(CallsJson.Default.CallPermissionsResponse))
        {
            IfRefused = " Calling must be enabled for the number.",
        };

    private readonly GraphTransport _transport = null!;

    internal CallsClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected CallsClient() { }

    private ICallSettingsApi Api => field ??= GraphApi.Create<ICallSettingsApi>(_transport, CallsJson.Default);

    private PhoneNumberId Number => _transport.Account.RequirePhoneNumberId();

    /// <summary>
    /// Gets whether the business may call a customer, and which actions are possible now. Meta allows 100 such requests per second and
    /// number (613).
    /// </summary>
    /// <param name="customer">The customer: a phone number or a business-scoped user id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="WhatsCommerceValidationException">The customer is not one; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<CallPermissionState> GetPermissionAsync(Recipient customer, CancellationToken cancellationToken = default)
    {
        Violations violations = new();
        violations.RequireRecipient(customer);
        if (customer.Kind == RecipientKind.Group)
        {
            violations.Add("user_wa_id", ViolationRule.NotAllowed, "Groups cannot be called: give a phone number or a user id.");
        }

        violations.ThrowIfAny("The permission to call was not read");
        GraphAccount account = _transport.Account;
        GraphCall call = new()
        {
            Operation = ReadPermission,
            Account = account,
            Method = HttpMethod.Get,
            Path = $"{account.RequirePhoneNumberId()}/call_permissions",
            Query = customer.Kind == RecipientKind.User
                ? $"?recipient={Uri.EscapeDataString(customer.Value!)}"
                : $"?user_wa_id={customer.Value!.TrimStart('+')}",
            To = customer,
        };
        CallPermissionsResponse response =
            await _transport.CallAsync<CallPermissionsResponse>(call, cancellationToken).ConfigureAwait(false);
        return response.ToState();
    }

    /// <summary>Calls a customer who has allowed it (<c>connect</c>).</summary>
    /// <remarks>
    /// Once the customer answers, a <c>CallEvent</c> of the kind <c>connect</c> contains the session description of the other side.
    /// Ringing, answered and declined are reported as <c>CallStatusEvent</c>.
    /// </remarks>
    /// <param name="customer">The customer: a phone number or a business-scoped user id.</param>
    /// <param name="sdpOffer">The session description of your side, an offer (RFC 8866).</param>
    /// <param name="callbackData">
    /// Data of your own that the webhooks of the call return; at most <see cref="CallLimits.CallbackData"/> characters.
    /// </param>
    /// <param name="cancellationToken">Cancels the request. Once it is under way, its response is awaited for up to five seconds.</param>
    /// <returns>The id of the call.</returns>
    /// <exception cref="WhatsCommerceValidationException">An argument violates a rule; nothing was sent.</exception>
    /// <exception cref="GraphException">
    /// Meta rejected the call, for instance because the customer has not allowed it
    /// (<see cref="GraphErrorCodes.CallPermissionMissing"/>), or could not be reached.
    /// </exception>
    /// <exception cref="OutcomeUnknownException">The phone may ring or not.</exception>
    /// <exception cref="SendCanceledException">Canceled while under way: the phone may ring or not.</exception>
    public virtual async Task<CallReceipt> ConnectAsync(
        Recipient customer, string sdpOffer, string? callbackData = null, CancellationToken cancellationToken = default)
    {
        CallRequest request = new(CallRequest.Connect) { To = customer, Sdp = sdpOffer, CallbackData = callbackData };
        CallStartResponse response = await SendAsync<CallStartResponse>(Start, request, cancellationToken).ConfigureAwait(false);
        return new CallReceipt { CallId = response.Id! };
    }

    /// <summary>
    /// Prepares the answer to a customer's call (<c>pre_accept</c>), so that no words are lost while the connection is made. Then call
    /// <see cref="AcceptAsync"/> with the same description.
    /// </summary>
    /// <param name="callId">The id of the call, from its <c>CallEvent</c>.</param>
    /// <param name="sdpAnswer">The session description of your side, an answer (RFC 8866).</param>
    /// <param name="cancellationToken">Cancels the request. Once it is under way, its response is awaited for up to five seconds.</param>
    /// <exception cref="WhatsCommerceValidationException">An argument violates a rule; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    /// <exception cref="OutcomeUnknownException">It may have been carried out or not.</exception>
    /// <exception cref="SendCanceledException">Canceled while under way: it may have been carried out or not.</exception>
    public virtual Task PreAcceptAsync(string callId, string sdpAnswer, CancellationToken cancellationToken = default) =>
        ChangeAsync(new(CallRequest.PreAccept) { CallId = callId, Sdp = sdpAnswer }, cancellationToken);

    /// <summary>Answers a customer's call (<c>accept</c>). Must be called within 30 to 60 seconds after the call arrived.</summary>
    /// <param name="callId">The id of the call, from its <c>CallEvent</c>.</param>
    /// <param name="sdpAnswer">The session description of your side, an answer (RFC 8866).</param>
    /// <param name="callbackData">
    /// Data of your own that the end of the call returns; at most <see cref="CallLimits.CallbackData"/> characters.
    /// </param>
    /// <param name="cancellationToken">Cancels the request. Once it is under way, its response is awaited for up to five seconds.</param>
    /// <exception cref="WhatsCommerceValidationException">An argument violates a rule; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    /// <exception cref="OutcomeUnknownException">The call may have been answered or not.</exception>
    /// <exception cref="SendCanceledException">Canceled while under way: the call may have been answered or not.</exception>
    public virtual Task AcceptAsync(
        string callId, string sdpAnswer, string? callbackData = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(new(CallRequest.Accept) { CallId = callId, Sdp = sdpAnswer, CallbackData = callbackData }, cancellationToken);

    /// <summary>Declines a customer's call (<c>reject</c>).</summary>
    /// <param name="callId">The id of the call, from its <c>CallEvent</c>.</param>
    /// <param name="cancellationToken">Cancels the request. Once it is under way, its response is awaited for up to five seconds.</param>
    /// <exception cref="WhatsCommerceValidationException">The id is blank; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    /// <exception cref="OutcomeUnknownException">The call may have been declined or not.</exception>
    /// <exception cref="SendCanceledException">Canceled while under way: the call may have been declined or not.</exception>
    public virtual Task RejectAsync(string callId, CancellationToken cancellationToken = default) =>
        ChangeAsync(new(CallRequest.Reject) { CallId = callId }, cancellationToken);

    /// <summary>
    /// Ends a call (<c>terminate</c>). Required even after the connection itself was closed; otherwise Meta counts the call longer than it
    /// was.
    /// </summary>
    /// <param name="callId">The id of the call.</param>
    /// <param name="cancellationToken">Cancels the request. Once it is under way, its response is awaited for up to five seconds.</param>
    /// <exception cref="WhatsCommerceValidationException">The id is blank; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    /// <exception cref="OutcomeUnknownException">The call may have ended or not.</exception>
    /// <exception cref="SendCanceledException">Canceled while under way: the call may have ended or not.</exception>
    public virtual Task TerminateAsync(string callId, CancellationToken cancellationToken = default) =>
        ChangeAsync(new(CallRequest.Terminate) { CallId = callId }, cancellationToken);

    /// <summary>Reads the call settings of this client's number.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The settings; all of them <see langword="null"/> or empty for a number that never had calling enabled.</returns>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<CallingSettings> GetSettingsAsync(CancellationToken cancellationToken = default)
    {
        NumberSettingsResponse response = await Api.Get(Number, cancellationToken).ConfigureAwait(false);
        return response.Calling?.ToSettings() ?? new CallingSettings();
    }

    /// <summary>Changes the call settings of this client's number. An <c>AccountSettingsEvent</c> reports the change.</summary>
    /// <param name="update">The changes; members that are not set are unchanged.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="WhatsCommerceValidationException">It violates rules; nothing was sent.</exception>
    /// <exception cref="GraphException">
    /// Meta rejected the request, for instance because the number may not have calls
    /// (<see cref="GraphErrorCodes.CallingCannotBeEnabled"/>), or could not be reached.
    /// </exception>
    public virtual async Task UpdateSettingsAsync(CallingSettingsUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        update.Check();
        await Api.Set(Number, update, cancellationToken).ConfigureAwait(false);
    }

    private Task<SuccessResponse> ChangeAsync(CallRequest request, CancellationToken cancellationToken) =>
        SendAsync<SuccessResponse>(Change, request, cancellationToken);

    private Task<TResponse> SendAsync<TResponse>(GraphOperation operation, CallRequest request, CancellationToken cancellationToken)
        where TResponse : class
    {
        byte[] body = request.ToJson();
        GraphAccount account = _transport.Account;
        GraphCall call = new()
        {
            Operation = operation,
            Account = account,
            Method = HttpMethod.Post,
            Path = $"{account.RequirePhoneNumberId()}/calls",
            Body = body,
            To = request.To,
        };
        return _transport.CallAsync<TResponse>(call, cancellationToken);
    }
}
