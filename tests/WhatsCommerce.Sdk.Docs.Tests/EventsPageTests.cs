using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using WhatsCommerce.Tests.Invariants;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Docs.Tests;

/// <summary>
/// docs/events.md is found out: a body of each kind is parsed, and the table says what came out of it. <c>ACCEPT_SNAPSHOTS=1</c> writes the page.
/// </summary>
public class EventsPageTests
{
    private const string Introduction = """
        # Events

        One delivery of a webhook may hold several entries, each with several changes, each with several messages or statuses. `WebhookParser.Parse`
        turns them into one flat list in their order, `WebhookNotification.Events`. What an event becomes is decided by the webhook's field and by the
        payload that is there, not by `type` alone. Match on the type:

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

        This page is made from the code and from a body of each kind that was parsed.

        ## What every event carries

        Anything may be absent: Meta leaves out what does not apply, and a customer who took a user name may come without a phone number. Absent ids are
        `default`, with `HasValue` false; values that Meta may add to (statuses, kinds, categories) are structs over their text with `IsKnown`, so that a
        new one is never an error.


        """;

    private const string Families = """

        ## Families

        Events of a kind share a base type with what they have in common. A handler of the base type gets all of them, those of later versions too:

        ```csharp
        services.AddWhatsCommerceWebhooks(builder.Configuration.GetSection("WhatsCommerce:Webhooks"))
            .Handle<OrderEvent>("orders", (order, ct) => Task.CompletedTask)
            .Handle<MessageEvent>("inbox", (message, ct) => Task.CompletedTask)      // orders too
            .Handle<WebhookEvent>("audit", (anything, ct) => Task.CompletedTask);    // everything
        ```


        """;

    private const string Odd = """

        ## Who and when

        Contacts are joined to messages and statuses **by ids alone**: by user id, else by the parent portfolio's, else by number, whichever is the
        surest that both have. Two spellings of one number in Brazil, Mexico and Argentina are one. What has no id at all belongs to the only contact,
        if there is but one. What the message itself says counts; an id that the contact writes otherwise is in `Customer.AdditionalProperties`, and a
        contact that belongs to nobody in `Change.AdditionalProperties`. An id that is blank, or null, is absent.

        Times are seconds, milliseconds or ISO 8601 ([`GraphTime`](../src/WhatsCommerce.Sdk.Primitives/GraphTime.cs)). What is none of these, such as eleven
        digits, leaves the property `null` and is kept as it came.

        ## Questions with a picture

        A text, a button or a form about a product (`context.referred_product`) is a `ProductQuestionEvent`. A picture, a voice message, a place or an
        address card about one stays an event of its kind, with `ReferredProduct`. Only where no handler of the endpoint takes that kind do the handlers
        of questions get it, as a `ProductQuestionEvent` with the caption as its `Text` and the event itself as its `Content` (`Media`, if it is a file):

        ```csharp
        services.AddWhatsCommerceWebhooks(builder.Configuration.GetSection("WhatsCommerce:Webhooks"))
            .Handle<ProductQuestionEvent>("questions", (question, ct) =>
            {
                Console.WriteLine($"{question.RetailerId}: {question.Text} {question.Media?.MediaId}");
                return Task.CompletedTask;
            });
        ```

        Handlers of `MessageEvent` and `WebhookEvent` take everything and count for nothing here: they get the picture as it came, beside the question.

        ## Unknown and malformed events

        Nothing of a delivery is left out, and no event is a reason to refuse one:

        - `UnknownEvent`: a field, or a message without a payload, that this version does not know. It carries its `Type`, and its members as
          additional properties.
        - `MalformedEvent`: valid JSON whose shape does not fit, such as an order without items. `Path` says where, `Reason` why, without any of the
          customer's text. Its neighbours are read all the same; items next to each other that hold nothing are one event with a `Count`.
        - A body without its envelope, as relays hand it on, is read all the same: an entry, a change (`{"field":...,"value":...}`) or a value
          (`{"messages":[...]}`), whatever `object` says; and so is a single item that nobody put into its array. A body that tells nothing of this is one
          `MalformedEvent` with the path `$`.
        - A body that is no JSON object gives no events at all: `Parse` throws `WebhookFormatException`, `TryParse` says where it is wrong.

        ## Additional properties

        Members that no property holds, and those whose value did not fit their property, are in `AdditionalProperties` of the record that they belong to:
        of the event, its `Customer`, its `Change` or `Change.Entry`, or a nested record. A member of an object without a record of its own carries its
        path. They are slices of the body, parsed when asked for:

        ```csharp
        if (order.AdditionalProperties.TryGetValue("order.tax", out System.Text.Json.JsonElement tax))
        {
            Console.WriteLine(tax.GetRawText());
        }
        ```

        `RawJson` has the whole item as it came. Both keep the body alive: copy what you store for long.

        ## All events

        Beside what its family has in common.

        | Field | Type on the wire | Event | Members |
        |---|---|---|---|

        """;

    private static readonly Type[] Events = [.. typeof(WebhookEvent).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(WebhookEvent)))];

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
            IEnumerable<string> events = Events.Where(type => !type.IsAbstract && type.IsSubclassOf(family)).Select(type => type.Name).Order(StringComparer.Ordinal);
            page.AppendLine(CultureInfo.InvariantCulture, $"| `{family.Name}` | {Code(events)} | {Code(MembersOf(family).Select(member => member.Name))} |");
        }

        page.Append(Odd);
        foreach (IGrouping<(string Field, Type Event), Kind> row in Kinds().GroupBy(kind => (kind.Field, kind.Event)))
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| `{row.Key.Field}` | {string.Join(", ", row.Select(kind => kind.WireType).Distinct())} | `{row.Key.Event.Name}`: {XmlDocs.SummaryOf(row.Key.Event)} | {Code(MembersOf(row.Key.Event).Select(member => member.Name))} |");
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
