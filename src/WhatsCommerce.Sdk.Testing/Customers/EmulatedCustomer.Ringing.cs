using WhatsCommerce.Testing.Judging.Calls;

namespace WhatsCommerce.Testing;

/// <content>The course of a call.</content>
public sealed partial class EmulatedCustomer
{
    /// <summary>Starts a call of the business, if it may call.</summary>
    internal Refusal? StartCall(EmulatedCall call)
    {
        lock (_gate)
        {
            CallPair pair = Pair(call.Number);
            Refusal? refusal = (App.IsOld ? CallRefusals.Uncallable() : null)
                ?? pair.JudgeCall(_outbox.Now)
                ?? _outbox.Calls.CountStart(call.Number);
            if (refusal is null)
            {
                pair.Active = call;
                _outbox.Calls.Enter(call);
            }

            return refusal;
        }
    }

    /// <summary>Makes the phone ring, after the API has responded to the business.</summary>
    internal void Ring(EmulatedCall call)
    {
        _ = _outbox.TellStatus(call, "RINGING");
        _callInbox.Put(call);
        _changes.Customers();
    }

    /// <summary>Carries out a request of the business for a call, if possible.</summary>
    /// <param name="call">The call.</param>
    /// <param name="demand">The request.</param>
    /// <param name="afterwards">The effects after the API has responded.</param>
    internal Refusal? Manage(EmulatedCall call, CallDemand demand, out Action afterwards)
    {
        afterwards = static () => { };
        DateTimeOffset now = _outbox.Now;
        lock (_gate)
        {
            if (demand.Action != "terminate" && !(call.IsFromCustomer && call.State is EmulatedCallState.Ringing))
            {
                return CallRefusals.WrongState(call.IsFromCustomer
                    ? $"The call cannot be answered or rejected: it is {Words(call.State)} already."
                    : "A call of the business is answered by the customer.");
            }

            switch (demand.Action)
            {
                case "pre_accept":
                    call.Give(demand.Sdp, demand.CallbackData);
                    return null;
                case "accept":
                    return Accept(call, demand, now);
                default:
                    if (!call.End(now))
                    {
                        return CallRefusals.WrongState("The call is over already.");
                    }

                    CallOutcome outcome = Settle(call, now);
                    afterwards = () => _ = TellOver(call, outcome);
                    return null;
            }
        }
    }

    /// <summary>Ends a call that nobody answered in time.</summary>
    internal void GiveUp(EmulatedCall call) => TryEnd(call, EmulatedCallState.Ringing, status: null, out _);

    internal Task AnswerAsync(EmulatedCall call)
    {
        Task[] told;
        lock (_gate)
        {
            DateTimeOffset now = _outbox.Now;
            if (call.IsFromCustomer || !call.Answer(now))
            {
                throw CannotBe("answered", call);
            }

            Pair(call.Number).CountConnected(isFromBusiness: true, now);
            _lastWrote = now;
            told = [_outbox.TellConnect(call), _outbox.TellStatus(call, "ACCEPTED")];
        }

        _changes.Customers();
        return Task.WhenAll(told);
    }

    internal Task DeclineAsync(EmulatedCall call) =>
        !call.IsFromCustomer && TryEnd(call, EmulatedCallState.Ringing, "REJECTED", out Task told)
            ? told
            : throw CannotBe("declined", call);

    internal Task MissAsync(EmulatedCall call) =>
        TryEnd(call, EmulatedCallState.Ringing, status: null, out Task told) ? told : throw CannotBe("missed", call);

    internal Task HangUpAsync(EmulatedCall call) =>
        TryEnd(call, call.IsFromCustomer ? null : EmulatedCallState.Connected, status: null, out Task told)
            ? told
            : throw CannotBe("hung up", call);

    private static InvalidOperationException CannotBe(string what, EmulatedCall call) =>
        new($"The {(call.IsFromCustomer ? "customer's own call" : "call of the business")} cannot be {what}: it is {Words(call.State)}.");

    private static string Words(EmulatedCallState state) => state switch
    {
        EmulatedCallState.Ringing => "ringing",
        EmulatedCallState.Connected => "answered",
        _ => "over",
    };

    // Called under the lock.
    private Refusal? Accept(EmulatedCall call, CallDemand demand, DateTimeOffset now)
    {
        if (demand.Sdp is null && call.BusinessSdp is null)
        {
            return Refusals.Required("session");
        }

        if (demand.Sdp is not null && call.BusinessSdp is not null && demand.Sdp != call.BusinessSdp)
        {
            return CallRefusals.WrongState("The SDP answer does not match the one that was given when the call was pre-accepted.");
        }

        call.Give(demand.Sdp, demand.CallbackData);
        call.Answer(now);
        Pair(call.Number).CountConnected(isFromBusiness: false, now);
        _changes.Customers();
        return null;
    }

    // Fails when the call is not in the expected state.
    private bool TryEnd(EmulatedCall call, EmulatedCallState? wanted, string? status, out Task told)
    {
        CallOutcome outcome;
        lock (_gate)
        {
            DateTimeOffset now = _outbox.Now;
            if (!call.End(now, wanted))
            {
                told = Task.CompletedTask;
                return false;
            }

            outcome = Settle(call, now);
        }

        told = TellOver(call, outcome, status);
        return true;
    }

    // Applies the effects of the end of a call. Called under the lock.
    private CallOutcome Settle(EmulatedCall call, DateTimeOffset now)
    {
        CallPair pair = Pair(call.Number);
        pair.Active = null;
        if (call.IsFromCustomer)
        {
            bool mayCallBack = CallSettings.AllowsCallback(call.Number.Settings)
                && pair.Permission(now) is not EmulatedCallPermission.Permanent;
            if (mayCallBack)
            {
                pair.Allow(isPermanent: false, now);
            }

            return new(mayCallBack ? pair.ExpiresAt : null, IsReminder: false, IsRevoked: false);
        }

        if (call.AnsweredAt is not null)
        {
            return default;
        }

        int unanswered = pair.CountUnanswered();
        bool isRevoked = unanswered >= Limits.UnansweredCallsUntilRevoked;
        if (isRevoked)
        {
            pair.Revoke();
        }

        return new(null, unanswered == Limits.UnansweredCallsUntilReminder, isRevoked);
    }

    private Task TellOver(EmulatedCall call, CallOutcome outcome, string? status = null)
    {
        List<Task> told = [];
        if (status is not null)
        {
            told.Add(_outbox.TellStatus(call, status));
        }

        told.Add(_outbox.TellTerminate(call));
        Notice(call.Duration is { } duration
            ? string.Create(CultureInfo.InvariantCulture, $"Voice call, {(int)duration.TotalMinutes}:{duration.Seconds:00}")
            : call.IsFromCustomer ? "Voice call, no answer"
            : status == "REJECTED" ? "Voice call declined"
            : "Missed voice call");
        if (outcome.IsReminder)
        {
            Notice("You did not answer two calls of the business. On its profile you can choose whether it may call you.");
        }

        if (outcome.IsRevoked)
        {
            Notice("You did not answer four calls of the business: it may no longer call you.");
            told.Add(TellAutomatic("reject", null, null));
        }

        if (outcome.MayCallBackUntil is { } until)
        {
            Notice("The business may call you back within the next seven days.");
            told.Add(TellAutomatic("accept", until, call));
        }

        _changes.Customers();
        return Task.WhenAll(told);
    }

    // The message is automatic, so it opens no 24-hour window and is not part of the chat.
    private Task TellAutomatic(string response, DateTimeOffset? until, EmulatedCall? call)
    {
        CustomerMessage message = _outbox.Write(
            this,
            "interactive",
            Reply(response, until is null ? null : false, until, "automatic"),
            call is null ? null : context => context.WriteString("id", call.Id));
        lock (_gate)
        {
            return _outbox.Send(this, message, "interactive", IsObservedOnly());
        }
    }

    private void Notice(string sentence) => _book.Accept(this, new ChatNotice(_outbox.Ids.NextOutbound(), _outbox.Now, sentence));

    /// <summary>The effects of the end of a call.</summary>
    /// <param name="MayCallBackUntil">Until when the business may call back, if the call allows it.</param>
    /// <param name="IsReminder">Whether the customer is asked to reconsider the permission.</param>
    /// <param name="IsRevoked">Whether the permission is revoked.</param>
    private readonly record struct CallOutcome(DateTimeOffset? MayCallBackUntil, bool IsReminder, bool IsRevoked);
}
