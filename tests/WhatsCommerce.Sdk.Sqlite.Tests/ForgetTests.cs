using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>A customer who is forgotten stands in no table any more, and one who asks gets all of it.</summary>
public sealed class ForgetTests : IDisposable
{
    private const string Secret = "0123456789abcdef";
    private const string Number = "16505551234";
    private const string UserId = "US.13491208655302741918";
    private const string Other = "16505559999";

    // The id of a message has the number in it, encoded.
    private const string ReminderMessage = "wamid.HBgLMTY1MDU1NTEyMzQVAgAR";

    private static readonly string[] Words = ["lilac", "thunder", "walnut", "Pablo Morales"];

    private readonly TestFile _file = new();
    private readonly ServiceProvider _app;

    public ForgetTests() => _app = _file.App(static builder =>
    {
        builder.Services.AddSingleton<IPriceSource, OnePrice>();
        builder.Services.AddWhatsCommerceWebhooks("queued", static options => options.AppSecrets.Add(Secret)).UseDeliveryQueue();
        builder.AddCheckout().AddConversations().AddRecovery().DefaultReply("Somebody will write.")
            .On<OrderPlaced>("book", (_, _) => Task.CompletedTask);
    });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Storefronts.Storefront Shop => _app.GetRequiredService<Storefronts.Storefront>();

    public void Dispose()
    {
        _app.Dispose();
        _file.Dispose();
    }

    [Fact]
    public async Task Forget_Customer_StandsInNoTable()
    {
        (CustomerKey customer, OrderId order) = await LiveAsync();
        Assert.NotEmpty(Found());

        await Shop.Customers.ForgetAsync(customer, Stop);

        Assert.Empty(Found());
        Order kept = (await Shop.Orders.GetAsync(order, Stop))!;
        Assert.Equal((new Money(6.98m, "USD"), 1), (kept.Quote.Total, kept.Quote.Lines.Count));
        Assert.Equal((default(Recipient), null, 0), (kept.To, kept.Note, kept.Answers.Count));
        Assert.NotEmpty(Found(Other));
    }

    [Fact]
    public async Task Forget_Reminded_EndsTheRemindersAndKeepsThemCounted()
    {
        (CustomerKey customer, _) = await LiveAsync();
        IRecoveryStore store = _app.GetRequiredService<IRecoveryStore>();
        DateTimeOffset now = _file.Time.GetUtcNow();
        RecoverySequence before = await RemindAsync(store, customer, now);

        await Shop.Customers.ForgetAsync(customer, Stop);

        Assert.Empty(Found());
        Assert.Empty(Found(ReminderMessage));
        Assert.Null(await store.FindCustomerAsync("shop", customer, Stop));
        RecoverySequence after = (await store.FindSequenceAsync("shop", before.CartId, Stop))!;
        Assert.Equal((RecoveryState.Ended, null), (after.State, after.DueAt));
        RecoveryReport report = await Shop.Recovery.ReportAsync(now.AddDays(-1), now.AddDays(1), Stop);
        Assert.Equal((1, 1), (report.Reminded.Carts, report.Steps.Single().Sent));
    }

    [Fact]
    public async Task Export_Reminded_HasTheReminders()
    {
        (CustomerKey customer, _) = await LiveAsync();
        await RemindAsync(_app.GetRequiredService<IRecoveryStore>(), customer, _file.Time.GetUtcNow());
        using MemoryStream output = new();

        await Shop.Customers.ExportAsync(customer, output, Stop);

        Assert.Contains(ReminderMessage, Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    /// <summary>A reminder that was sent, and another one that waits.</summary>
    private static async Task<RecoverySequence> RemindAsync(IRecoveryStore store, CustomerKey customer, DateTimeOffset now)
    {
        RecoverySequence sequence = new()
        {
            ShopId = "shop",
            CartId = "reminded",
            Customer = customer,
            Step = ReminderStep.Last,
            OpenedAt = now,
            DueAt = now.AddHours(20),
            RemindedAt = now,
        };
        Reminder reminder = new()
        {
            ShopId = "shop",
            Id = "first",
            CartId = sequence.CartId,
            Customer = customer,
            Step = ReminderStep.First,
            Outcome = ReminderOutcome.Sent,
            At = now,
            MessageId = ReminderMessage,
        };
        Assert.True(await store.WriteAsync(new RecoveryStep { ShopId = "shop", Sequence = sequence, Reminder = reminder }, Stop));
        return sequence;
    }

    [Fact]
    public async Task Forget_Twice_IsTheSame()
    {
        (CustomerKey customer, _) = await LiveAsync();

        await Shop.Customers.ForgetAsync(customer, Stop);
        await Shop.Customers.ForgetAsync(customer, Stop);

        Assert.Empty(Found());
    }

    [Fact]
    public async Task Export_Customer_HasAllThatTheyWrote()
    {
        (CustomerKey customer, _) = await LiveAsync();
        using MemoryStream output = new();

        await Shop.Customers.ExportAsync(customer, output, Stop);

        string json = Encoding.UTF8.GetString(output.ToArray());
        Assert.All([Number, .. Words], word => Assert.Contains(word, json, StringComparison.Ordinal));
        Assert.DoesNotContain(Other, json, StringComparison.Ordinal);
    }

    /// <summary>A customer writes, orders, fails to be handled once, and is sent something; another one does too.</summary>
    private async Task<(CustomerKey Customer, OrderId Order)> LiveAsync()
    {
        await DeliverAsync(Message(Number, UserId, "wamid.A", """
            "type":"text","text":{"body":"Do you have lilac?"}
            """));
        await DeliverAsync(Message(Number, UserId, "wamid.B", """
            "type":"order","order":{"catalog_id":"1","text":"thunder","product_items":[
                {"product_retailer_id":"apple","quantity":2,"item_price":3.49,"currency":"USD"}]}
            """));
        await DeliverAsync(Status("wamid.C", Number));
        await DeliverAsync(Message(Other, "US.2", "wamid.Z", """
            "type":"text","text":{"body":"Something else"}
            """));
        IDeadLetterStore letters = _app.GetRequiredService<IDeadLetterStore>();
        await letters.AppendAsync(
            new DeadLetter
            {
                Id = "dead",
                Time = _file.Time.GetUtcNow(),
                Reason = DeadLetterReason.AttemptsExhausted,
                EndpointName = "",
                Body = Encoding.UTF8.GetBytes($$$"""{"messages":[{"from":"{{{Number}}}","text":{"body":"walnut"}}]}"""),
            },
            Stop);
        SendIntent intent = new(new SendKey("106540352242922", "once"), Number, "walnut"u8);
        await _app.GetRequiredService<IDeliveryQueue>().AppendAsync([Waiting(Number, "walnut"), Waiting(Other, "nut")], Stop);
        ISendLedger ledger = _app.GetRequiredService<ISendLedger>();
        await ledger.TryBeginAsync(intent, TimeSpan.FromMinutes(1), Stop);
        await ledger.CompleteAsync(intent, "wamid.C", ReadOnlyMemory<byte>.Empty, Stop);
        IStorefrontStore store = _app.GetRequiredService<IStorefrontStore>();
        CustomerConversation conversation = (await Shop.Conversations.ListAsync(cancellationToken: Stop))
            .Single(one => one.Name == "Pablo Morales");
        Cart cart = (await store.ListLiveCartsAsync("shop", conversation.Customer, Stop)).Single();
        MarkResult marked = await Shop.Orders.MarkPaidAsync(cart.Id, "ann", "cash", Stop);
        return (conversation.Customer, marked.Order!.Id);
    }

    private static QueuedEvent Waiting(string number, string text) => new()
    {
        Conversation = Guid.NewGuid(),
        Tenant = 1,
        Lane = DeliveryLane.Messages,
        EventId = Guid.NewGuid(),
        EndpointName = "queued",
        EventKey = $"status {number}",
        Body = Encoding.UTF8.GetBytes($$$"""{"messages":[{"from":"{{{number}}}","text":{"body":"{{{text}}}"}}]}"""),
    };

    private async Task DeliverAsync(string json)
    {
        byte[] body = Encoding.UTF8.GetBytes(json);
        WebhookResponse answer = await _app.GetRequiredService<WebhookProcessor>().ProcessAsync(
            body, WebhookSignature.Compute(body, Secret), cancellationToken: Stop);
        Assert.Equal(200, answer.StatusCode);
    }

    private string Message(string number, string userId, string id, string content) => Envelope($$"""
        "contacts":[{"profile":{"name":"{{(number == Number ? "Pablo Morales" : "Maria")}}"},"wa_id":"{{number}}","user_id":"{{userId}}"}],
        "messages":[{"from":"{{number}}","from_user_id":"{{userId}}","id":"{{id}}","timestamp":"{{Time}}",{{content}}}]
        """);

    private string Status(string id, string number) => Envelope($$"""
        "statuses":[{"id":"{{id}}","status":"delivered","timestamp":"{{Time}}","recipient_id":"{{number}}"}]
        """);

    private string Time => _file.Time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Envelope(string value) => $$$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":{
            "messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},
            {{{{value}}}}}}]}]}
        """;

    /// <summary>Every row of every table that has the number, the user id, or a word of the customer.</summary>
    private List<string> Found(string? only = null)
    {
        string[] wanted = only is null ? [Number, UserId, .. Words] : [only];
        List<string> found = [];
        using SqliteConnection connection = _file.Open();
        foreach (string table in Read(connection, "select name from sqlite_master where type = 'table'").Select(row => row[0]))
        {
            foreach (string[] row in Read(connection, $"select * from \"{table}\""))
            {
                found.AddRange(wanted.Where(word => row.Any(cell => cell.Contains(word, StringComparison.Ordinal)))
                    .Select(word => $"{table}: {word}"));
            }
        }

        return found;
    }

    private static List<string[]> Read(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = new(sql, connection);
        using SqliteDataReader reader = command.ExecuteReader();
        List<string[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) switch
            {
                byte[] bytes => Encoding.Latin1.GetString(bytes),
                object value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
            })]);
        }

        return rows;
    }

    private sealed class OnePrice : IPriceSource
    {
        public Task<IReadOnlyList<ProductPrice>> GetPricesAsync(PriceRequest request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ProductPrice>>(
                [new ProductPrice { RetailerId = "apple", Name = "Apples", Price = new Money(3.49m, "USD") }]);
    }
}
