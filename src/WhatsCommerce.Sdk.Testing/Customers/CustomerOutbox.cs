namespace WhatsCommerce.Testing;

/// <summary>Sends what happens on a customer's phone to the business: as signed webhooks, and as downloadable files.</summary>
internal sealed class CustomerOutbox(
    TimeProvider time,
    EmulatedNumber main,
    MessageIds ids,
    CustomerWebhooks webhooks,
    WebhookSender sender,
    MediaStore media,
    EmulatedPayments payments,
    CallBook calls,
    CallWebhooks callWebhooks)
{
    /// <summary>All calls.</summary>
    public CallBook Calls => calls;

    /// <summary>The business phone number that customers write to and call.</summary>
    public EmulatedNumber Main => main;

    public MessageIds Ids => ids;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Whether a callback is connected.</summary>
    public bool HasCallback => sender.Callback is not null;

    /// <summary>Whether the business has blocked a customer, whose messages it does not receive.</summary>
    public bool IsBlocked(EmulatedCustomer customer) => main.Blocked.Has(customer.PhoneNumber, customer.UserId);

    /// <summary>Creates a message of a customer, as in the webhook.</summary>
    public CustomerMessage Write(EmulatedCustomer customer, string type, Action<Utf8JsonWriter> payload, Action<Utf8JsonWriter>? context)
    {
        MessageId id = ids.NextInbound();
        return new(id, Now, webhooks.MessageOf(customer, id, type, payload, context));
    }

    /// <summary>Sends the webhook for a message of a customer.</summary>
    /// <returns>A task that completes when the callback has accepted it, or when its delivery was given up or dropped.</returns>
    public Task Send(EmulatedCustomer customer, CustomerMessage message, string type, bool isObservedOnly) => isObservedOnly
        ? sender.Enqueue("standby " + type, webhooks.Standby(customer, message.Json))
        : sender.Enqueue("message " + type, webhooks.Message(customer, message.Json));

    /// <summary>Sends the webhook for a handover of the conversation.</summary>
    /// <returns>A task that completes when the callback has accepted it, or when its delivery was given up or dropped.</returns>
    public Task TellHandover(EmulatedCustomer customer, string type, string? previous, string role, string? metadata) =>
        sender.Enqueue("handover " + type, webhooks.Handover(customer, type, previous, role, metadata));

    /// <summary>Sends the webhook for a status of a business message.</summary>
    /// <returns>A task that completes when the callback has accepted it, or when its delivery was given up or dropped.</returns>
    public Task Tell(EmulatedCustomer customer, ReceivedMessage message, string status, MetaError? error = null) =>
        sender.Enqueue("status " + status, webhooks.Status(customer, message, status, error));

    /// <summary>Pays an order, or fails to, and sends the webhook.</summary>
    /// <returns>A task that completes when the callback has accepted it, or when its delivery was given up or dropped.</returns>
    /// <exception cref="ArgumentException">The order does not exist.</exception>
    /// <exception cref="InvalidOperationException">The order is already paid, or canceled.</exception>
    public Task Pay(EmulatedCustomer customer, ReceivedMessage order, string referenceId, bool succeeds)
    {
        Payment before = payments.Find(referenceId)
            ?? throw new ArgumentException($"There is no order '{referenceId}', or it is forgotten.", nameof(referenceId));
        if (before.Status == "captured" || before.OrderStatus == "canceled")
        {
            throw new InvalidOperationException(
                $"The order '{referenceId}' is {(before.Status == "captured" ? "paid" : "canceled")} already.");
        }

        if (succeeds)
        {
            payments.Capture(referenceId);
        }
        else
        {
            payments.Fail(referenceId);
        }

        Payment payment = payments.Find(referenceId) ?? before;
        return sender.Enqueue("payment " + payment.Transaction, webhooks.Payment(customer, order, payment));
    }

    /// <summary>Sends the webhook that connects a call.</summary>
    /// <returns>A task that completes when the callback has accepted it, or when its delivery was given up or dropped.</returns>
    public Task TellConnect(EmulatedCall call) => sender.Enqueue("call connect", callWebhooks.Connect(call));

    /// <summary>Sends the webhook for the end of a call.</summary>
    /// <returns>A task that completes when the callback has accepted it, or when its delivery was given up or dropped.</returns>
    public Task TellTerminate(EmulatedCall call) => sender.Enqueue("call terminate", callWebhooks.Terminate(call));

    /// <summary>Sends the webhook for the status of a call of the business.</summary>
    /// <returns>A task that completes when the callback has accepted it, or when its delivery was given up or dropped.</returns>
    public Task TellStatus(EmulatedCall call, string status) =>
        sender.Enqueue("call " + status.ToLowerInvariant(), callWebhooks.Status(call, status));

    /// <summary>Stores a file of a customer, and returns the URL for downloading it.</summary>
    public (EmulatedMedia Media, Uri Address) Upload(ReadOnlyMemory<byte> content, string mimeType)
    {
        EmulatedMedia kept = media.Add(content, mimeType, fileName: null);
        return (kept, new(media.BaseAddress!, media.PathOf(kept)));
    }
}
