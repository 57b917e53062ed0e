using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using WhatsCommerce.Tests.Invariants;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Docs.Tests;

/// <summary>
/// docs/events.md is found out: a body of each kind is parsed, and the table says what came out of it. <c>ACCEPT_SNAPSHOTS=1</c> writes the
/// page.
/// </summary>
public class EventsPageTests
{
    private const string Introduction = """
        # Events

        One webhook delivery may contain several entries, each with several changes, each with several messages or statuses.
        `WebhookParser.Parse` returns them as one flat list in their original order, `WebhookNotification.Events`. The type of an event is
        determined by the webhook's field and by the payload that is present, not by `type` alone. Switch on the event type:

        ```csharp
        foreach (WebhookEvent e in WebhookParser.Parse(body).Events)
        {
            string line = e switch
            {
                OrderEvent { Items: var items } => $"a cart of {items.Count} lines",
                ProductQuestionEvent question => $"a question about {question.RetailerId}",
                MessageEvent message => $"some other message, {message.Id}",
                StatusEvent status => $"{status.MessageId} is {status.Status}",
                MalformedEvent malformed => $"{malformed.Path}: {malformed.Reason}",
                _ => $"something of {e.Field}",
            };
        }
        ```

        This page is generated from the code and from parsing a body of each kind.

        ## What every event carries

        Any value may be absent: Meta omits what does not apply, and a customer with a user name may have no phone number. Absent ids are
        `default`, with `HasValue` `false`. Types to which Meta may add values (statuses, kinds, categories) are structs over a string with
        `IsKnown`, so a new value is never an error.


        """;

    private const string Families = """

        ## Families

        Related events share a base type with their common members. A handler of the base type gets all of them, including events that later
        versions add:

        ```csharp
        services.AddWhatsCommerceWebhooks(builder.Configuration.GetSection("WhatsCommerce:Webhooks"))
            .Handle<OrderEvent>("orders", (order, ct) => Task.CompletedTask)
            .Handle<MessageEvent>("inbox", (message, ct) => Task.CompletedTask)      // orders too
            .Handle<WebhookEvent>("audit", (anything, ct) => Task.CompletedTask);    // everything
        ```


        """;

    private const string Odd = """

        ## Customers and timestamps

        Contacts are matched to messages and statuses **by id only**: by user id, otherwise by the user id of the parent portfolio,
        otherwise by number, using the most reliable id that both have. Two spellings of one number in Brazil, Mexico and Argentina match.
        An item without any id belongs to the contact if there is only one. If message and contact disagree, the message takes precedence: a
        different spelling of an id in the contact is in `Customer.AdditionalProperties`, and a contact that matches no item is in
        `Change.AdditionalProperties`. A blank or `null` id is absent.

        `message.ToRecipient()` is the recipient of an answer: the group that the message was written in, otherwise the customer.
        `message.Customer.ToRecipient()` is the customer alone.

        Timestamps may be seconds, milliseconds or ISO 8601 ([`GraphTime`](../src/WhatsCommerce.Sdk.Primitives/GraphTime.cs)). For any other
        value, such as eleven digits, the property is `null` and the value is kept unchanged in the additional properties.

        ## Product questions with a picture

        A text, a button reply or a form about a product (`context.referred_product`) is a `ProductQuestionEvent`. A picture, a voice
        message, a location or a contact card about a product keeps its own event type, with `ReferredProduct`. Only if no handler of the
        endpoint handles that event type, the handlers of product questions get it, as a `ProductQuestionEvent` with the caption as its
        `Text` and the event itself as its `Content` (`Media`, if it is a file):

        ```csharp
        services.AddWhatsCommerceWebhooks(builder.Configuration.GetSection("WhatsCommerce:Webhooks"))
            .Handle<ProductQuestionEvent>("questions", (question, ct) =>
            {
                Console.WriteLine($"{question.RetailerId}: {question.Text} {question.Media?.MediaId}");
                return Task.CompletedTask;
            });
        ```

        Handlers of `MessageEvent` and `WebhookEvent` do not count as handlers of that event type: they get the original picture event in
        addition to the question.

        ## Messages that are not to be answered

        Copies of messages are wrapped, so that handlers of `OrderEvent` or `MessageEvent` are never called for them: messages of a
        conversation that another responder handles are in `StandbyEvent.Observed` (see [conversations](conversations.md)), messages that
        the business sent with its own app in `MessageEchoEvent.Message`, and messages of the past in `HistoryMessageEvent.Message`. To get
        the copies, handle these types.

        ## Unknown and malformed events

        Nothing in a delivery is skipped, and no item makes parsing of the delivery fail:

        - `UnknownEvent`: a field, or a message without a payload, that this version does not know. It has the `Type`, and its members are
          additional properties.
        - `MalformedEvent`: valid JSON whose shape does not fit, such as an order without items. `Path` is its location and `Reason` the
          cause, without any of the customer's text. The other items are parsed normally. Adjacent items without any member are one event
          with a `Count`.
        - A body without its envelope, as relays forward it, is parsed too: an entry, a change (`{"field":...,"value":...}`) or a value
          (`{"messages":[...]}`), whatever `object` contains; and so is a single item that is not in an array. A body that contains none of
          these is one `MalformedEvent` with the path `$`.
        - A body that is not a JSON object has no events: `Parse` throws `WebhookFormatException`, and `TryParse` reports the position of
          the error.

        ## Additional properties

        Members for which there is no property, and members whose value does not fit their property, are in the `AdditionalProperties` of
        the record that they belong to: the event, its `Customer`, its `Change` or `Change.Entry`, or a nested record. A member of an object
        without a record of its own is named by its path. Additional properties are slices of the body that are parsed on access:

        ```csharp
        if (order.AdditionalProperties.TryGetValue("order.tax", out System.Text.Json.JsonElement tax))
        {
            Console.WriteLine(tax.GetRawText());
        }
        ```

        `RawJson` is the whole item, unchanged. Both keep the body in memory: copy what you store for a long time.

        ## All events

        The members of each event, in addition to those of its family.

        | Field | Type on the wire | Event | Members |
        |---|---|---|---|

        """;

    private static readonly Type[] Events =
        [.. typeof(WebhookEvent).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(WebhookEvent)))];

    [Fact]
    public void EventsPage_IsWhatTheParserGives()
    {
        StringBuilder page = new(Introduction);
        page.AppendLine("| Member | What |").AppendLine("|---|---|");
        foreach (PropertyInfo property in MembersOf(typeof(WebhookEvent)))
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| `{property.Name}` | {XmlDocs.SummaryOf(property)} |");
        }

        page.Append(Families).AppendLine("| Base type | Events | Members |").AppendLine("|---|---|---|");
        foreach (Type family in Events.Where(type => type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            IEnumerable<string> events =
                Events.Where(type => !type.IsAbstract && type.IsSubclassOf(family)).Select(type => type.Name).Order(StringComparer.Ordinal);
            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"| `{family.Name}` | {Code(events)} | {Code(MembersOf(family).Select(member => member.Name))} |");
        }

        page.Append(Odd);
        foreach (IGrouping<(string Field, Type Event), Kind> row in Kinds().GroupBy(kind => (kind.Field, kind.Event)))
        {
            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"| `{row.Key.Field}` | {string.Join(", ", row.Select(kind => kind.WireType).Distinct())} | `{row.Key.Event.Name}`: "
                    + $"{XmlDocs.SummaryOf(row.Key.Event)} | {Code(MembersOf(row.Key.Event).Select(member => member.Name))} |");
        }

        GeneratedPagesTests.Check("events.md", page);
    }

    [Fact]
    public void EventsPage_ShowsEveryEvent()
    {
        string[] missing =
        [
            .. Events.Where(type => !type.IsAbstract)
                .Except([typeof(UnknownEvent), typeof(MalformedEvent)])
                .Except(Kinds().Select(kind => kind.Event))
                .Select(type => type.Name),
        ];

        Assert.Empty(missing);
    }

    private static IEnumerable<Kind> Kinds() =>
        from name in Samples.Names
        let body = Samples.Load(name)
        from e in WebhookParser.Parse(Encoding.UTF8.GetBytes(body.ToJsonString())).Events
        where e is not (UnknownEvent or MalformedEvent)
        select new Kind(e.Field!, WireTypeOf(body["entry"]![0]!["changes"]![0]!["value"]!.AsObject()), e.GetType());

    /// <summary>The array that holds the item, if there is one, and what the item says of its type; of a message the type alone.</summary>
    private static string WireTypeOf(JsonObject value)
    {
        (string array, JsonNode? items) = value.FirstOrDefault(member => member.Value is JsonArray && member.Key is not "contacts");
        if (items is null || items[0] is not JsonObject item || value.ContainsKey("event"))
        {
            return value.ContainsKey("event") ? "any `event`" : "";
        }

        string? type = TextOf(item["type"]);
        return array switch
        {
            "messages" when item["interactive"] is { } interactive => $"`{type}`: `{TextOf(interactive["type"])}`",
            "messages" when item["context"]?["referred_product"] is not null => $"`{type}` with `context.referred_product`",
            "messages" => $"`{type}`",
            "statuses" when type is not null => $"`{array}[]` of type `{type}`",
            _ => $"`{array}[]`",
        };
    }

    private static string? TextOf(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    private static PropertyInfo[] MembersOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static string Code(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));

    private sealed record Kind(string Field, string WireType, Type Event);
}
