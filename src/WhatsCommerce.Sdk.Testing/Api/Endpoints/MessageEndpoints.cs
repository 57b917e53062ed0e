using System.Text.Unicode;
using WhatsCommerce.Testing.Judging.Calls;
using WhatsCommerce.Testing.Judging.Flows;
using WhatsCommerce.Testing.Judging.Products;
using WhatsCommerce.Testing.Judging.Templates;

namespace WhatsCommerce.Testing;

/// <summary>The endpoints that send messages, and mark messages of customers as read.</summary>
internal sealed class MessageEndpoints(
    CloudApiEmulatorOptions options,
    CustomerBook customers,
    EmulatedPayments payments,
    SendingPace pace,
    MessageIds ids,
    WebhookSender sender,
    WebhookBodies bodies,
    GroupBook groups,
    SentLog log,
    FlowBook flows)
{
    /// <summary>Validates a message and sends it.</summary>
    public ApiResponse Send(ApiCall call, EmulatedNumber from) => Send(call, from, static _ => null);

    /// <summary>Validates a marketing template and sends it.</summary>
    public ApiResponse SendMarketing(ApiCall call, EmulatedNumber from) => Send(call, from, MarketingRules.Judge);

    private ApiResponse Send(ApiCall call, EmulatedNumber from, Func<JsonElement, Refusal?> judgeMore)
    {
        if (!call.Request.IsJson && call.Request.Parts.Count == 0)
        {
            return ApiResponse.Error(Refusals.Required("messaging_product") with
            {
                Details = "The body was read neither as JSON nor as a form: send it with Content-Type: application/json.",
            });
        }

        JsonElement json;
        try
        {
            // It outlives the call, because the chat shows it.
            byte[] body = call.BodyJson;
            json = Utf8.IsValid(body)
                ? RequestWords.Plain(JsonElement.Parse(body))
                : throw new JsonException("The body is not valid UTF-8.");
        }
        catch (JsonException exception)
        {
            return ApiResponse.Error(Refusals.Unreadable("Invalid JSON in request body", exception.Message));
        }

        Verdict verdict = MessageJudge.Judge(
            json,
            new Shelf(from),
            new TemplateBook(from, options.TemplatesMustExist),
            from.PhoneNumber.Digits!,
            options.TimeProvider.GetUtcNow());
        return (verdict is Refusal ? verdict : judgeMore(json) ?? payments.Judge(json) ?? JudgeFlow(json, from) ?? verdict) switch
        {
            Refusal refusal => ApiResponse.Error(refusal),
            AcceptedMessage message => RespondToMessage(message, from),
            ReadReceipt receipt => RespondToRead(receipt),
            _ => ApiResponse.Done(),
        };
    }

    // A flow that was not created in the emulator is not validated, and is sent.
    private Refusal? JudgeFlow(JsonElement json, EmulatedNumber from)
    {
        Place parameters = new Place(json, "")["interactive"]["action"]["parameters"];
        (string? id, string? name) = (parameters["flow_id"].Text, parameters["flow_name"].Text);
        FlowEntry? flow = id is null && name is null
            ? null
            : Array.Find(flows.Of(from.Account), one => one.Id == id || (id is null && one.Name == name));
        return flow is null ? null : FlowManagementRules.Message(flow.Status, parameters["mode"].Text is "draft");
    }

    // Marking succeeds for a message that no customer sent, or that is no longer stored, as well: a test may have composed its webhook
    // itself.
    private ApiResponse RespondToRead(ReadReceipt receipt)
    {
        if (customers.FindSent(receipt.MessageId) is var (customer, message))
        {
            customer.MarkRead(message, receipt.IsTyping);
        }

        return ApiResponse.Done();
    }

    private ApiResponse RespondToMessage(AcceptedMessage accepted, EmulatedNumber from)
    {
        Refusal? closed = CustomerServiceWindow.Judge(accepted, customers.IsInsideWindow);
        if (closed is not null && !options.WindowErrorAsStatus)
        {
            return ApiResponse.Error(closed);
        }

        // Templates are not replies: they are sent whoever owns the conversation.
        if (!accepted.IsTemplate
            && accepted.To.Kind is not AddressKind.Group
            && customers.TakeByWriting(accepted.To) is { } notTheOwner)
        {
            return ApiResponse.Error(notTheOwner);
        }

        bool asksToCall = AsksToCall(accepted, from);
        if ((asksToCall || accepted.Kind == "interactive.voice_call") && !from.IsCallingEnabled)
        {
            return ApiResponse.Error(CallRefusals.NotEnabled());
        }

        if (asksToCall && customers.Unreached(accepted.To).JudgeCallRequest(from) is { } oneTooMany)
        {
            return ApiResponse.Error(oneTooMany);
        }

        if (accepted.To.Kind is AddressKind.Group && groups.JudgeMessage(from, accepted.To.Value) is { } notThere)
        {
            return ApiResponse.Error(notThere);
        }

        if (pace.Count(from, accepted.To) is { } tooFast)
        {
            return ApiResponse.Error(tooFast);
        }

        MessageId id = ids.NextOutbound();
        if (accepted.To.Kind is AddressKind.Group)
        {
            EmulatedGroup? group = groups.Find(accepted.To.Value);
            group?.Note(accepted.Json);
            return Sent(accepted.To, id, () =>
            {
                Enqueue("status sent", bodies.GroupStatus(from, accepted.To.Value, id, "sent", accepted.CallbackData));
                foreach (GroupPerson person in group?.People ?? [])
                {
                    Enqueue(
                        "status delivered",
                        bodies.GroupStatus(from, accepted.To.Value, id, "delivered", accepted.CallbackData, person.WaId, person.UserId));
                }

                ReportMissing(accepted, from);
            });
        }

        ReceivedMessage message = new(id, options.TimeProvider.GetUtcNow(), accepted, from);
        if (closed is not null)
        {
            EmulatedCustomer unreached = customers.Unreached(accepted.To);
            return Sent(
                accepted.To, id, () => unreached.Fail(message, new(closed.Code, CustomerServiceWindow.ErrorTitle, closed.Details!)));
        }

        payments.Note(accepted.Json);
        EmulatedCustomer customer = customers.Accept(accepted.To, message);
        Log(message, accepted, customer, from);
        if (asksToCall)
        {
            customer.CountCallRequest(from);
        }

        return Sent(accepted.To, id, () =>
        {
            customer.Deliver(message);
            ReportMissing(accepted, from);
        });
    }

    private void Log(ReceivedMessage message, AcceptedMessage accepted, EmulatedCustomer customer, EmulatedNumber from)
    {
        TemplateEntry? template = accepted.IsTemplate
            && ((JsonElement?)accepted.Json).ObjectMember("template") is { } sent
            ? from.Account.Templates.FindEntry(
                ((JsonElement?)sent).TextMember("name"), ((JsonElement?)sent).ObjectMember("language").TextMember("code"))
            : null;
        string userId = customer.UserId.Value!;
        log.Add(new(
            message,
            userId.Split('.')[0],
            template?.Category ?? (accepted.IsTemplate ? "MARKETING" : "SERVICE"),
            template?.Id,
            userId));
    }

    private static bool AsksToCall(AcceptedMessage accepted, EmulatedNumber from) =>
        accepted.To.Kind is not AddressKind.Group
        && CallRequests.AsksToCall(accepted.Kind, accepted.Json, from.Account.Templates);

    // Meta sends a list without the products that the catalog does not contain, and asks for a catalog update. It does not document how; a
    // webhook with an error of the number is likely, because the response to the request was a success.
    private void ReportMissing(AcceptedMessage accepted, EmulatedNumber from)
    {
        if (accepted.MissingProducts.Count > 0)
        {
            string missing = MissingProducts.Describe(from.Account.Catalog?.Id.Value ?? "none", accepted.MissingProducts);
            Enqueue("errors", WebhookBodies.Error(from, new(
                131009,
                "Parameter value is not valid",
                $"{missing}. The message was sent without them: update the catalog.")));
        }
    }

    private void Enqueue(string subject, WebhookUpdate update) => _ = sender.Enqueue(subject, update);

    private static ApiResponse Sent(Address to, MessageId id, Action afterwards) => ApiResponse.Success(
        json =>
        {
            json.WriteString("messaging_product", "whatsapp");
            json.WriteStartArray("contacts");
            json.WriteStartObject();
            json.WriteString("input", to.Input);
            json.WriteString(to.Kind is AddressKind.User ? "user_id" : "wa_id", to.Value);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("messages");
            json.WriteStartObject();
            json.WriteString("id", id.Value);
            json.WriteEndObject();
            json.WriteEndArray();
        },
        afterwards);

    // The products that the number can send: those of the connected catalog, or none.
    private sealed class Shelf(EmulatedNumber number) : IShelf
    {
        private readonly EmulatedCatalog? _catalog = number.Account.Catalog;

        public string? CatalogId => _catalog?.Id.Value;

        public bool IsVisible => number.IsCatalogVisible;

        public bool Holds(string retailerId) => _catalog?.Find(retailerId) is { IsHidden: false };
    }

    private sealed class TemplateBook(EmulatedNumber number, bool mustExist) : ITemplateBook
    {
        private readonly EmulatedTemplates _templates = number.Account.Templates;

        public bool IsKept => mustExist || _templates.Entries().Length > 0;

        public (string Status, byte[] Components)? Find(string name, string language) =>
            Array.Find(_templates.Entries(), entry => entry.Name == name && entry.Language == language) is { } found
                ? (_templates.StatusOf(found), found.Components)
                : null;
    }
}
