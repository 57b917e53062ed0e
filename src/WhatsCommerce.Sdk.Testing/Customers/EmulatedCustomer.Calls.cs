namespace WhatsCommerce.Testing;

/// <content>Calls, and the permission to call.</content>
public sealed partial class EmulatedCustomer
{
    private readonly Dictionary<EmulatedNumber, CallPair> _pairs = [];

    /// <summary>Whether the number of the options may call the customer; initially not.</summary>
    public EmulatedCallPermission CallPermission
    {
        get
        {
            lock (_gate)
            {
                return Pair(_outbox.Main).Permission(_outbox.Now);
            }
        }
    }

    /// <summary>When a temporary permission expires; <see langword="null"/> if there is none.</summary>
    public DateTimeOffset? CallPermissionExpiresAt
    {
        get
        {
            lock (_gate)
            {
                CallPair pair = Pair(_outbox.Main);
                return pair.Permission(_outbox.Now) is EmulatedCallPermission.Temporary ? pair.ExpiresAt : null;
            }
        }
    }

    /// <summary>The active call; <see langword="null"/> when there is none.</summary>
    public EmulatedCall? Call
    {
        get
        {
            lock (_gate)
            {
                return _pairs.Values.Select(pair => pair.Active).FirstOrDefault(call => call is not null);
            }
        }
    }

    /// <summary>Waits for the next call of the business: the oldest that this method has not returned yet.</summary>
    /// <param name="timeout">How long to wait, on the real clock; 30 seconds unless specified.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The call, which rings or has already ended.</returns>
    /// <exception cref="TimeoutException">There was no call in time; the exception says what the emulator last received.</exception>
    public Task<EmulatedCall> NextCallAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _callInbox.NextAsync(timeout ?? DefaultPatience, cancellationToken);

    /// <summary>
    /// Calls the business, which opens the 24-hour window. The call rings until the app answers or declines it, or nobody answers in time.
    /// </summary>
    /// <param name="button">
    /// The message whose call button is pressed; absent for a call from the chat. The webhooks contain the payload of the button.
    /// </param>
    /// <param name="linkPayload">The payload of the call link; <see langword="null"/> without one.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; the call still rings.</param>
    /// <returns>The call.</returns>
    /// <exception cref="ArgumentException">The customer does not have the message, or it has no call button.</exception>
    /// <exception cref="InvalidOperationException">
    /// Calls are disabled for the number or use SIP, the business has blocked the customer, the button has expired, or a call is active.
    /// </exception>
    public async Task<EmulatedCall> CallAsync(
        MessageId button = default, string? linkPayload = null, CancellationToken cancellationToken = default)
    {
        EmulatedNumber number = _outbox.Main;
        string? buttonPayload = null;
        if (button.HasValue)
        {
            ReceivedMessage message = Find<ReceivedMessage>(button);
            if (!CallRequests.TryButton(message, out DateTimeOffset worksUntil, out buttonPayload))
            {
                throw new ArgumentException($"The message is a {message.Kind} without a call button.", nameof(button));
            }

            if (worksUntil <= _outbox.Now)
            {
                throw new InvalidOperationException("The call button has expired.");
            }

            number = message.Number;
        }

        EmulatedCall call = new(_outbox.Calls.NextId(), this, number, isFromCustomer: true, _outbox.Now)
        {
            ButtonPayload = buttonPayload,
            LinkPayload = linkPayload,
        };
        lock (_gate)
        {
            CallPair pair = Pair(number);
            if (!number.IsCallingEnabled || CallSettings.UsesSip(number.Settings) || _outbox.IsBlocked(this) || pair.Active is not null)
            {
                throw new InvalidOperationException(
                    !number.IsCallingEnabled ? "The number has no calls: they are not enabled in its settings."
                    : CallSettings.UsesSip(number.Settings) ? "The number takes calls by SIP, which is not simulated."
                    : _outbox.IsBlocked(this) ? "The business has blocked the customer."
                    : "A call with the business is under way already.");
            }

            pair.Active = call;
            _lastWrote = call.RangAt;
        }

        _outbox.Calls.Enter(call);
        _changes.Customers();
        await _outbox.TellConnect(call).WaitAsync(cancellationToken).ConfigureAwait(false);
        return call;
    }

    /// <summary>Allows the business to call, in reply to its request or on its profile.</summary>
    /// <param name="request">The message that requests it; absent for the profile of the business.</param>
    /// <param name="isPermanent">Whether the permission is valid until it is revoked; otherwise for seven days.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; the permission is still granted.</param>
    /// <returns>The id of the customer's reply.</returns>
    /// <exception cref="ArgumentException">The customer does not have the message, or it does not request the permission.</exception>
    /// <exception cref="InvalidOperationException">The request is older than seven days, or older than one that was answered.</exception>
    public Task<MessageId> AllowCallsAsync(
        MessageId request = default, bool isPermanent = false, CancellationToken cancellationToken = default)
    {
        ReceivedMessage? asked = Asked(request);
        DateTimeOffset? expires;
        lock (_gate)
        {
            CallPair pair = Pair(asked?.Number ?? _outbox.Main);
            NoteAnswer(pair, asked);
            pair.Allow(isPermanent, _outbox.Now);
            expires = pair.ExpiresAt;
        }

        return SendAsync(
            "interactive", Reply("accept", isPermanent, expires, "user_action"), asked is null ? null : Quote(asked), cancellationToken);
    }

    /// <summary>Declines the request to call. This also revokes an existing permission.</summary>
    /// <param name="request">The message that requests it.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; it is still declined.</param>
    /// <returns>The id of the customer's reply.</returns>
    /// <exception cref="ArgumentException">The customer does not have the message, or it does not request the permission.</exception>
    /// <exception cref="InvalidOperationException">The request is older than seven days, or older than one that was answered.</exception>
    public Task<MessageId> DeclineCallsAsync(MessageId request, CancellationToken cancellationToken = default)
    {
        ReceivedMessage? asked = Asked(request)
            ?? throw new ArgumentException("The id of the request is absent; RevokeCallPermissionAsync needs none.", nameof(request));
        lock (_gate)
        {
            CallPair pair = Pair(asked.Number);
            NoteAnswer(pair, asked);
            pair.Revoke();
        }

        return SendAsync("interactive", Reply("reject", isPermanent: null, expires: null, "user_action"), Quote(asked), cancellationToken);
    }

    /// <summary>
    /// Revokes the permission to call on the profile of the business. Meta documents a webhook for every change of the permission, but
    /// gives no example of this one: the emulator sends that of a declined request, without a context.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting for the callback; it is still revoked.</param>
    /// <returns>The id of the customer's reply.</returns>
    /// <exception cref="InvalidOperationException">The business does not have the permission.</exception>
    public Task<MessageId> RevokeCallPermissionAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            CallPair pair = Pair(_outbox.Main);
            if (pair.Permission(_outbox.Now) is EmulatedCallPermission.None)
            {
                throw new InvalidOperationException("The business may not call the customer anyway.");
            }

            pair.Revoke();
        }

        return SendAsync("interactive", Reply("reject", isPermanent: null, expires: null, "user_action"), context: null, cancellationToken);
    }

    /// <summary>Why the permission to call cannot be requested now.</summary>
    internal Refusal? JudgeCallRequest(EmulatedNumber number)
    {
        lock (_gate)
        {
            return Pair(number).JudgeRequest(_outbox.Now);
        }
    }

    internal void CountCallRequest(EmulatedNumber number)
    {
        lock (_gate)
        {
            Pair(number).CountRequest(_outbox.Now);
        }
    }

    internal List<T> CallPairs<T>(Func<EmulatedNumber, CallPair, T> view)
    {
        lock (_gate)
        {
            return [.. _pairs.Select(pair => view(pair.Key, pair.Value))];
        }
    }

    internal void RestoreCalls(EmulatedNumber number, Action<CallPair> restore)
    {
        lock (_gate)
        {
            restore(Pair(number));
        }
    }

    internal EmulatedCall? ActiveCall(EmulatedNumber number)
    {
        lock (_gate)
        {
            return Pair(number).Active;
        }
    }

    /// <summary>Writes the permission and the possible actions of a number.</summary>
    internal void WriteCallPermission(Utf8JsonWriter json, EmulatedNumber number)
    {
        lock (_gate)
        {
            CallPair pair = Pair(number);
            DateTimeOffset now = _outbox.Now;
            EmulatedCallPermission permission = pair.Permission(now);
            json.WriteStartObject("permission");
            json.WriteString("status", permission switch
            {
                EmulatedCallPermission.Temporary => "temporary",
                EmulatedCallPermission.Permanent => "permanent",
                _ => "no_permission",
            });
            if (permission is EmulatedCallPermission.Temporary)
            {
                json.WriteNumber("expiration_time", pair.ExpiresAt!.Value.ToUnixTimeSeconds());
            }

            json.WriteEndObject();
            json.WriteStartArray("actions");
            WriteAction(json, "send_call_permission_request", pair.JudgeRequest(now) is null, pair.RequestLimits(now));
            WriteAction(json, "start_call", pair.JudgeCall(now) is null && !App.IsOld, [pair.CallLimit(now)]);
            json.WriteEndArray();
        }
    }

    private static void WriteAction(Utf8JsonWriter json, string name, bool isAllowed, ReadOnlySpan<UsedLimit> limits)
    {
        json.WriteStartObject();
        json.WriteString("action_name", name);
        json.WriteBoolean("can_perform_action", isAllowed);
        json.WriteStartArray("limits");
        foreach (UsedLimit limit in limits)
        {
            json.WriteStartObject();
            json.WriteString("time_period", limit.Period);
            json.WriteNumber("max_allowed", limit.Allowed);
            json.WriteNumber("current_usage", limit.Used);
            if (limit.Resets is { } resets)
            {
                json.WriteNumber("limit_expiration_time", resets.ToUnixTimeSeconds());
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Called under the lock.
    private CallPair Pair(EmulatedNumber number)
    {
        if (!_pairs.TryGetValue(number, out CallPair? pair))
        {
            _pairs[number] = pair = new();
        }

        return pair;
    }

    private ReceivedMessage? Asked(MessageId request)
    {
        if (!request.HasValue)
        {
            return null;
        }

        ReceivedMessage message = Find<ReceivedMessage>(request);
        return CallRequests.AsksToCall(message)
            ? message
            : throw new ArgumentException($"The message is a {message.Kind} that does not request to call.", nameof(request));
    }

    // A request expires after a week, or when a newer one is answered. Called under the lock.
    private void NoteAnswer(CallPair pair, ReceivedMessage? asked)
    {
        if (asked is null)
        {
            return;
        }

        if (asked.At + CallPair.Week <= _outbox.Now || asked.At < pair.AnsweredRequest)
        {
            throw new InvalidOperationException("The request to call has expired.");
        }

        pair.AnsweredRequest = asked.At;
    }

    private static Action<Utf8JsonWriter> Reply(string response, bool? isPermanent, DateTimeOffset? expires, string source) => json =>
    {
        json.WriteStartObject();
        json.WriteString("type", "call_permission_reply");
        json.WriteStartObject("call_permission_reply");
        json.WriteString("response", response);
        if (isPermanent is { } permanent)
        {
            json.WriteBoolean("is_permanent", permanent);
        }

        if (expires is { } until)
        {
            json.WriteString(
                "expiration_timestamp", until.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        json.WriteString("response_source", source);
        json.WriteEndObject();
        json.WriteEndObject();
    };
}
