using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WhatsCommerce.Benchmarks.Dto;
using WhatsCommerce.Benchmarks.Measuring;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Benchmarks;

/// <summary>Compares parsing to typed events with a bare pass over the same bytes, and with a generated DTO of the same body.</summary>
internal static class ParserComparisons
{
    private const double Order = 1.9;
    private const double OrderByDto = 0.45;
    private const double Status = 1.8;
    private const double StatusByDto = 0.42;

    // A DTO reads many items of one kind faster: its fixed cost for a body is shared by all of them.
    private const double StatusesByDto = 0.57;
    private const double Located = 2.1;
    private const double LocatedByDto = 0.48;
    private const double Other = 2.2;
    private const double OtherByDto = 0.55;
    private const double Field = 2.3;
    private const double FieldByDto = 0.52;
    private const double History = 2.8;
    private const double HistoryByDto = 0.64;

    private static readonly JsonTypeInfo Messages = DtoContext.Default.DeliveryMessagesValue;

    private static readonly (string Id, string Name, byte[] Body, JsonTypeInfo Dto, Limits Limits)[] Rows =
    [
        ("order", "Parse an order of two items", WebhookBodies.OrderOfTwoItems, Messages, new(Order, OrderByDto, 1320)),
        ("question", "Parse a product question", WebhookBodies.ProductQuestion, Messages, new(Order, OrderByDto, 1288)),
        ("text", "Parse a text", WebhookBodies.Text, Messages, new(Order, OrderByDto, 952)),
        ("ad", "Parse a text that an ad led to", WebhookBodies.TextFromAd, Messages, new(Other, OtherByDto, 1632)),
        ("button", "Parse a button reply", WebhookBodies.ButtonReply, Messages, new(Other, OtherByDto, 1240)),
        ("flow-reply", "Parse a flow reply", WebhookBodies.FlowReply, Messages, new(Other, OtherByDto, 1376)),
        ("image", "Parse an image", WebhookBodies.Image, Messages, new(Other, OtherByDto, 1312)),
        ("location", "Parse a location", WebhookBodies.Location, Messages, new(Located, LocatedByDto, 1096)),
        ("contact", "Parse a shared contact", WebhookBodies.Contacts, Messages, new(Located, LocatedByDto, 1752)),
        ("reaction", "Parse a reaction", WebhookBodies.Reaction, Messages, new(Other, OtherByDto, 1048)),
        ("status", "Parse a status", WebhookBodies.Status, Messages, new(Status, StatusByDto, 912)),
        ("thousand-statuses", "Parse 1,000 statuses in one body", WebhookBodies.ThousandStatuses, Messages,
            new(Status, StatusesByDto, 537_000)),
        ("failed-status", "Parse a failed status with its error", WebhookBodies.FailedStatus, Messages, new(Other, OtherByDto, 1432)),
        ("payment", "Parse a payment status", WebhookBodies.PaymentStatus, Messages, new(Other, OtherByDto, 1560)),
        ("template", "Parse a template status", WebhookBodies.TemplateStatus, DtoContext.Default.DeliveryTemplateStatusValue,
            new(Field, FieldByDto, 1080)),
        ("account", "Parse an account update", WebhookBodies.AccountUpdate, DtoContext.Default.DeliveryAccountUpdateValue,
            new(Field, FieldByDto, 1240)),
        ("flow", "Parse a flow alert", WebhookBodies.Flow, DtoContext.Default.DeliveryFlowValue, new(Field, FieldByDto, 1368)),
        ("call", "Parse a call", WebhookBodies.Call, DtoContext.Default.DeliveryCallsValue, new(Field, FieldByDto, 1560)),
        ("group", "Parse a change of a group", WebhookBodies.Group, DtoContext.Default.DeliveryGroupsValue, new(Field, FieldByDto, 1584)),
        ("history", "Parse history of ten messages", WebhookBodies.History, DtoContext.Default.DeliveryHistoryValue,
            new(History, HistoryByDto, 7784)),
    ];

    public static Topic Topic { get; } = new(
        "parser",
        [.. Rows.Select(row => row.Id)],
        Turns: 300,
        Processes: 5,
        () => Task.FromResult(new Stage([.. Rows.Select(Compare)])));

    public static int BarePass(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        int tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    private static Comparison Compare((string Id, string Name, byte[] Body, JsonTypeInfo Dto, Limits Limits) row)
    {
        (string id, string name, byte[] body, JsonTypeInfo dto, Limits limits) = row;
        return WebhookParser.Parse(body).Events.Any(e => e is UnknownEvent or MalformedEvent)
            ? throw new InvalidOperationException($"{name}: the parser does not know the body, so that its time would mean nothing.")
            : new Comparison(
                id,
                name,
                limits,
                new ThreadSubject(() => BarePass(body)),
                new ThreadSubject(() => WebhookParser.Parse(body)),
                new ThreadSubject(() => JsonSerializer.Deserialize(body, dto)));
    }
}
