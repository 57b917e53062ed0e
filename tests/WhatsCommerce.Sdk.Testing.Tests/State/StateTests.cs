using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Tests;

/// <summary>What survives a restart.</summary>
public sealed class StateTests : IDisposable
{
    private const string CatalogId = "194836987003835";
    private const string Number = "106540352242922";
    private const string Account = "102290129340398";

    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory().FullName, "state");

    private string StateFile => Path.Combine(_folder, "state.json");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public async Task Restart_AfterManyChanges_FindsEverythingAsItWas()
    {
        string[] paths =
        [
            $"{CatalogId}/products?fields=id,retailer_id,name,price,sale_price,availability,color,additional_variant_attributes,"
                + $"retailer_product_group_id,review_status,review_rejection_reasons,image_url,brand",
            $"{CatalogId}/product_groups", $"{CatalogId}/product_sets?fields=id,name,filter,product_count",
            $"{CatalogId}/product_feeds?fields=id,name,schedule,deletion_enabled",
            "506914307656634/owned_product_catalogs?fields=id,name,vertical,product_count", $"{Account}/product_catalogs",
            $"{Number}?fields=verified_name,quality_rating", $"{Number}/whatsapp_commerce_settings", $"{Number}/whatsapp_business_profile",
            $"{Number}/business_compliance_info",
            $"{Number}/block_users", $"{Account}/message_templates?fields=id,name,language,status,rejected_reason,components,category",
        ];
        string[] before;
        await using (Stage stage = await StartAsync())
        {
            Assert.False(stage.Cloud.IsRestored);
            await ChangeEverythingAsync(stage);
            before = await ReadAsync(stage, paths);
        }

        await using Stage again = await StartAsync();

        Assert.True(again.Cloud.IsRestored);
        Assert.Equal(before, await ReadAsync(again, paths));
        string id = (await again.PostJsonAsync("506914307656634/owned_product_catalogs", """{"name":"Third"}""")).MadeId;
        Assert.DoesNotContain(id, string.Concat(before), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_CustomersWithChatsDevicesAndCarts_AreAsTheyWere()
    {
        string[] before;
        await using (Stage stage = await StartAsync())
        {
            stage.Cloud.Catalog.Add("apple-1kg", "Apples", new Money(3.49m, "USD"));
            EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234", name: "Pablo");
            EmulatedCustomer ana = stage.Cloud.Customer("US.13491208655302741918", name: "Ana");
            pablo.App = CustomerApp.Iphone("2.26.1");
            pablo.ReadsAutomatically = false;
            ana.CloseWindow();
            await pablo.SendTextAsync("Hi", Stage.Token);
            MessageId product = (await stage.PostAsync(Wire.Product("apple-1kg"))).Id;
            await pablo.SendImageAsync(new byte[] { 1, 2, 3 }, "image/png", "Look", Stage.Token);
            pablo.Forward(product, ana);
            pablo.AddDevice("Tablet").Cart.Put("apple-1kg", 3);
            before = Describe(stage.Cloud);
        }

        await using Stage again = await StartAsync();

        Assert.Equal(before, Describe(again.Cloud));
        EmulatedCustomer restored = again.Cloud.Customer("+16505551234");
        string media = restored.Chat.OfType<CustomerMessage>().Last().Json.GetProperty("image").GetProperty("id").GetString()!;
        Assert.Equal([1, 2, 3], again.Cloud.FindMedia(media)!.Content.ToArray());
        Assert.Equal("Apples", again.Cloud.Customer("US.13491208655302741918").Devices[0].Open("apple-1kg").Item.Title);
    }

    [Fact]
    public async Task Restart_FlowsInEachStateOfTheirLife_AreAsTheyWere()
    {
        const string Screens = "{ \"version\": \"7.1\",\n  \"screens\": [ { \"id\": \"HELLO\" } ] }";
        const string Fields = "id,name,status,categories,validation_errors,json_version,endpoint_uri,application";
        string flow;
        string[] before;
        await using (Stage stage = await StartAsync())
        {
            flow = (await stage.PostJsonAsync($"{Account}/flows", $$"""
                {"name":"Sign up","categories":["SIGN_UP","OTHER"],"flow_json":{{Wire.Text(Screens)}},"publish":true}
                """)).MadeId;
            await stage.PostJsonAsync($"{Account}/flows", """{"name":"Empty","categories":["OTHER"],"flow_json":"{\"screens\":[]}"}""");
            string booking = (await stage.PostJsonAsync($"{Account}/flows", """{"name":"Booking","categories":["OTHER"]}""")).MadeId;
            (await stage.PostJsonAsync(booking, """{"endpoint_uri":"https://example.com/flow","application_id":"9"}""")).AssertAccepted();
            await stage.GetAsync($"{flow}?fields=preview.invalidate(true)");
            before = await ReadFlowsAsync(stage);
        }

        await using Stage again = await StartAsync();

        Assert.Equal(before, await ReadFlowsAsync(again));
        Assert.Contains("PUBLISHED", before[0], StringComparison.Ordinal);
        (await again.PostJsonAsync($"{Account}/flows", """{"name":"Booking","categories":["OTHER"]}""")).AssertRefused(100);
        string id = (await again.PostJsonAsync($"{Account}/flows", """{"name":"New","categories":["OTHER"]}""")).MadeId;
        Assert.DoesNotContain(id, before[0], StringComparison.Ordinal);

        async Task<string[]> ReadFlowsAsync(Stage stage) =>
        [
            .. await ReadAsync(stage, [$"{Account}/flows?fields={Fields}", $"{flow}/flow.json"]),
            (await stage.GetAsync($"{flow}?fields=preview")).Json.GetProperty("preview").GetProperty("preview_url").GetString()!,
        ];
    }

    [Fact]
    public async Task Restart_WebhookThatWasNotDelivered_GoesOutOnceACallbackIsConnected()
    {
        await using (Stage stage = await Stage.StartAsync(new() { StateFolder = _folder, RedeliveryWaits = [TimeSpan.FromHours(1)] }))
        {
            stage.Callback.OnPost = (http, _) =>
            {
                http.Response.StatusCode = 500;
                return Task.CompletedTask;
            };
            _ = stage.Cloud.Customer("+16505551234").SendTextAsync("Do not lose me", CancellationToken.None);
            await Patiently.Until(() => stage.Callback.Posts.Count > 0);
        }

        await using Stage again = await Stage.StartAsync(new() { StateFolder = _folder });

        await again.Cloud.WhenDeliveredAsync(Stage.Token);
        Assert.Equal(
            "Do not lose me",
            Assert.Single(again.Callback.Posts).Value.GetProperty("messages")[0].GetProperty("text").GetProperty("body").GetString());
    }

    [Fact]
    public async Task Restart_AfterTheCatalogWasDisconnectedAndDeleted_DoesNotBringItBack()
    {
        await using (Stage stage = await StartAsync())
        {
            (await stage.DeleteAsync(CatalogId)).AssertAccepted();
        }

        await using Stage again = await StartAsync();

        Assert.Empty(again.Cloud.Catalogs.All);
        Assert.Empty((await again.GetAsync($"{Account}/product_catalogs")).Texts("id"));
    }

    [Fact]
    public async Task Start_FileOfAnEarlierEmulator_IsTakenBack()
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(StateFile, """
            {"version":1,"owner":{"phoneNumberId":"106540352242922","businessAccountId":"102290129340398","catalogId":"194836987003835"},
             "lastId":7000000000000009,
             "catalogs":[{"id":"194836987003835","name":"Shop","vertical":"commerce","isOwned":true,
               "items":[{"id":7000000000000001,"retailerId":"plum","price":1.50,"currency":"USD","availability":"in stock",
                         "reviewDue":"2026-11-29T15:00:00.1234567+00:00","fields":{"name":"Plums","brand":"\u0411"}}],
               "groups":[{"id":7000000000000002,"retailerId":"fruit"}]}],
             "reviews":[{"retailerId":"plum","status":"rejected","reasons":["UNSAFE"]}],
             "nodes":{"sets":[],"feeds":[{"id":7000000000000003,"catalog":"194836987003835","name":"Nightly","mayDelete":true,
               "schedule":{"interval":"DAILY"},"retailerIds":["plum"]}]},
             "templates":{"items":[{"id":7000000000000004,"name":"hello","language":"en_US","category":"UTILITY",
               "components":[{"type":"BODY","text":"Hello!"}],"edits":[{"at":"2026-11-29T15:00:00.0000000+00:00"}]}],"verdicts":[],
               "deleted":[]},
             "number":{"isCartEnabled":false,"isCatalogVisible":true,"verifiedName":"Corner shop","qualityRating":"GREEN",
               "profile":{"messaging_product":"whatsapp"},"blocked":[{"number":1,"user":"16505550000"}],"catalog":"194836987003835",
               "isSubscribed":true},
             "media":[],
             "customers":[{"userId":"US.11","phone":"16505551234","name":"Pablo","isNamed":true,"readsAutomatically":true,
             "hidesPhoneNumber":false,
               "platform":"Iphone","appVersion":"2.26.1","lastWrote":"2026-11-29T15:00:00.0000000+00:00",
               "devices":[{"name":"Phone","cart":[{"retailerId":"plum","title":"Plums","quantity":2,"price":1.50,"currency":"USD"}]}],
               "chat":[{"type":"received","id":"wamid.A","at":"2026-11-29T15:00:00.0000000+00:00","text":"Hi","json":{"type":"text"},
                 "statuses":["sent","read"],"kind":"text","number":"106540352242922","products":[]},
                {"type":"notice","id":"wamid.B","at":"2026-11-29T15:00:01.0000000+00:00","text":"Update WhatsApp"}]}],
             "pendingWebhooks":[{"subject":"message text","number":"106540352242922","updates":1,"body":"e30="}]}
            """, Stage.Token);

        await using Stage stage = await StartAsync();

        Assert.Equal("Plums", stage.Cloud.Catalog.Find("plum")!.Title);
        Assert.Equal("Corner shop", stage.Cloud.Number.VerifiedName);
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");
        Assert.Equal(("Pablo", "Iphone 2.26.1"), (pablo.Name, pablo.App.ToString()));
        Assert.Equal(["sent", "read"], Assert.Single(pablo.Received).Statuses);
        Assert.Equal(2, pablo.Chat.Count);
        Assert.Equal("APPROVED", stage.Cloud.Templates.Find("hello", "en_US")!.Status);
        Assert.Equal(["Nightly"], (await stage.GetAsync($"{CatalogId}/product_feeds")).Texts("name"));
    }

    [Fact]
    public async Task Change_WhileItRuns_IsOnTheDiskSoon()
    {
        await using Stage stage = await StartAsync();
        stage.Cloud.Catalog.Add("late-item", "Late", new Money(1m, "USD"));

        await Patiently.Until(async () =>
            File.Exists(StateFile)
                && (await File.ReadAllTextAsync(StateFile, Stage.Token)).Contains("late-item", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Request_ThatChangesSomething_IsInTheFileBeforeItsAnswer()
    {
        await using Stage stage = await StartAsync();

        string id = (await stage.PostTextAsync()).Id;
        Assert.Contains(id, await File.ReadAllTextAsync(StateFile, Stage.Token), StringComparison.Ordinal);

        (await stage.PostJsonAsync($"{CatalogId}/products", """{"retailer_id":"pear","name":"Pears","price":250,"currency":"USD"}"""))
            .AssertAccepted();
        Assert.Contains("Pears", await File.ReadAllTextAsync(StateFile, Stage.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_BatchUnderWay_IsCarriedOutThen()
    {
        ManualTime time = new();
        string handle;
        await using (Stage stage = await Stage.StartAsync(new() { StateFolder = _folder, TimeProvider = time }, connect: false))
        {
            stage.Cloud.Catalog.Add("plum", "Plums", new Money(1m, "USD"));
            Answer taken = await stage.PostJsonAsync($"{CatalogId}/items_batch", """
                {"item_type":"PRODUCT_ITEM","requests":[
                  {"method":"UPDATE","data":{"id":"plum","price":"2 USD"}},
                  {"method":"CREATE","data":{"id":"pear","title":"Pears","description":"Crisp","price":"3 USD",
                  "link":"https://shop.example/p","image_link":"https://shop.example/p.png","availability":"in stock","brand":"B",
                  "condition":"new"}}]}
                """);
            handle = taken.Json.GetProperty("handles")[0].GetString()!;
            Assert.Single(stage.Cloud.Catalog.Items);
        }

        time.Advance(TimeSpan.FromMinutes(1));
        await using Stage again = await Stage.StartAsync(new() { StateFolder = _folder, TimeProvider = time }, connect: false);

        Assert.Equal(["plum", "pear"], again.Cloud.Catalog.Items.Select(item => item.RetailerId.Value));
        Assert.Equal(2m, again.Cloud.Catalog.Find("plum")!.Price.Amount);
        Assert.Equal("finished", (await again.GetAsync($"{CatalogId}/check_batch_request_status?handle={handle}")).Texts("status")[0]);
    }

    [Fact]
    public async Task Restart_MessageWhoseStatusesWereNotTold_TellsThemOnceACallbackIsConnected()
    {
        string id;
        await using (Stage stage = await StartAsync())
        {
            id = (await stage.PostTextAsync()).Id;
            await stage.Cloud.WhenDeliveredAsync(Stage.Token);
        }

        string state = await File.ReadAllTextAsync(StateFile, Stage.Token);
        await File.WriteAllTextAsync(
            StateFile, state.Replace("\"statuses\":[\"sent\",\"delivered\",\"read\"],", "", StringComparison.Ordinal), Stage.Token);
        await using Stage again = await Stage.StartAsync(new() { StateFolder = _folder });
        await again.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal(["sent", "delivered", "read"], again.Statuses.Select(status => status.GetProperty("status").GetString()));
        Assert.All(again.Statuses, status => Assert.Equal(id, status.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("{\"version\":1,", "it is not valid JSON")]
    [InlineData("{\"version\":99}", "it is of version 99")]
    [InlineData("[]", "'version' is missing")]
    [InlineData(
        """{"version":1,"owner":{"phoneNumberId":"1","businessAccountId":"2","catalogId":"3"}}""",
        "it is that of phoneNumberId 1, and the options say 106540352242922")]
    [InlineData(
        """{"version":1,"owner":{"phoneNumberId":"106540352242922","businessAccountId":"102290129340398","catalogId":"194836987003835"}"""
            + ""","catalogs":[{"id":"194836987003835"}]}""", "'catalogs' cannot be read: 'name' is missing")]
    [InlineData(
        """{"version":1,"owner":{"phoneNumberId":"106540352242922","businessAccountId":"102290129340398","catalogId":"194836987003835"}"""
            + ""","lastId":"many"}""", "'lastId' cannot be read")]
    [InlineData(
        """{"version":1,"owner":{"phoneNumberId":"106540352242922","businessAccountId":"102290129340398","catalogId":"194836987003835"}"""
            + ""","flows":[{"id":1,"name":"A","categories":[],"status":"DRAFT","preview":1,"json":"e30r"}]}""",
        "'flows' cannot be read: The flow is not valid JSON")]
    public async Task Start_DamagedFile_NamesItAndSaysWhatToDo(string content, string problem)
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(StateFile, content, Stage.Token);

        InvalidDataException exception = await Assert.ThrowsAsync<InvalidDataException>(() => StartAsync());

        Assert.StartsWith($"The state in {StateFile} cannot be taken back: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.Contains("move it away to begin anew", exception.Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(StateFile, Stage.Token));
    }

    [Fact]
    public async Task Start_FolderOfARunningEmulator_IsRefusedUntilThatOneEnds()
    {
        await using (await StartAsync())
        {
            IOException exception = await Assert.ThrowsAsync<IOException>(() => StartAsync());
            Assert.Contains(_folder, exception.Message, StringComparison.Ordinal);
            Assert.Contains("stop that one or take another folder", exception.Message, StringComparison.Ordinal);
        }

        await using Stage after = await StartAsync();
        Assert.True(after.Cloud.IsRestored);
    }

    [Fact]
    public async Task Start_PortTaken_LeavesTheFolderAsItWas()
    {
        await using CloudApiEmulator other = await CloudApiEmulator.StartAsync(cancellationToken: Stage.Token);

        await Assert.ThrowsAsync<IOException>(() => CloudApiEmulator.StartAsync(new()
        {
            StateFolder = _folder,
            Port = other.BaseAddress.Port
        }, Stage.Token));

        Assert.False(File.Exists(StateFile));
        await using Stage after = await StartAsync();
        Assert.False(after.Cloud.IsRestored);
    }

    private Task<Stage> StartAsync() => Stage.StartAsync(new()
    {
        StateFolder = _folder,
        ProcessingTime = TimeSpan.Zero,
        ReviewTime = TimeSpan.Zero
    }, connect: false);

    private static async Task ChangeEverythingAsync(Stage stage)
    {
        stage.Cloud.Catalog.Load("""
            [{"id":"mug-red","title":"Mug \"рыж\"","price":"9.99 USD","sale_price":"8 USD","item_group_id":"mug","color":"Red",
            "additional_variant_attribute":"glaze:matt","brand":"Б","image_link":"https://shop.example/mug.png"},
             {"id":"plum","title":"Plums","price":"1 USD","availability":"out of stock"}]
            """);
        stage.Cloud.Reviews.Reject("plum", "UNSAFE");
        string other = (await stage.PostJsonAsync("506914307656634/owned_product_catalogs", """{"name":"Second"}""")).MadeId;
        stage.Cloud.Catalogs[other].Add("other-item", "Other", new Money(3m, "EUR"));
        (await stage.PostJsonAsync(
            $"{CatalogId}/product_sets", """{"name":"Red ones","filter":{"color":{"eq":"Red"}}}""")).AssertAccepted();
        (await stage.PostJsonAsync($"{CatalogId}/product_groups", """{"retailer_id":"jug"}""")).AssertAccepted();
        (await stage.PostJsonAsync(
            $"{CatalogId}/product_feeds",
            """{"name":"Nightly","schedule":{"interval":"DAILY","url":"https://shop.example/feed.csv"}}""")).AssertAccepted();
        (await stage.DeleteAsync($"{Account}/product_catalogs?catalog_id={CatalogId}")).AssertAccepted();
        (await stage.PostJsonAsync($"{Account}/product_catalogs", $$"""{"catalog_id":"{{other}}"}""")).AssertAccepted();
        (await stage.PostJsonAsync(
            $"{Number}/whatsapp_commerce_settings", """{"is_cart_enabled":false,"is_catalog_visible":false}""")).AssertAccepted();
        (await stage.PostJsonAsync(
            $"{Number}/whatsapp_business_profile",
            """{"messaging_product":"whatsapp","about":"Since 1999","websites":["https://shop.example"]}""")).AssertAccepted();
        (await stage.PostJsonAsync($"{Number}/business_compliance_info", """
            {"messaging_product":"whatsapp","entity_name":"Shop","entity_type":"PRIVATE_COMPANY",
             "grievance_officer_details":{"name":"A","email":"a@shop.example"},"customer_care_details":{"email":"c@shop.example"}}
            """)).AssertAccepted();
        stage.Cloud.Number.VerifiedName = "Corner shop";
        await stage.Cloud.Customer("+16505551234").SendTextAsync("Hi!", Stage.Token);
        (await stage.PostJsonAsync(
            $"{Number}/block_users", """{"messaging_product":"whatsapp","block_users":[{"user":"+16505551234"}]}""")).AssertAccepted();
        (await stage.PostJsonAsync($"{Account}/message_templates", """
            {"name":"hello","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Hello, ünïcode \u00e9!"}]}
            """)).AssertAccepted();
        stage.Cloud.Templates.Add(
            """{"name":"bye","language":"en_US","category":"MARKETING","components":[{"type":"BODY","text":"Bye!"}]}""");
        stage.Cloud.Templates.Reject("bye", "INVALID_FORMAT");
    }

    private static async Task<string[]> ReadAsync(Stage stage, string[] paths)
    {
        List<string> read = [];
        foreach (string path in paths)
        {
            Answer answer = await stage.GetAsync(path);
            answer.AssertAccepted();
            read.Add($"{path}\n{answer.Json}");
        }

        return [.. read];
    }

    private static string[] Describe(CloudApiEmulator cloud) =>
    [
        .. cloud.Customers.OrderBy(customer => customer.UserId.Value, StringComparer.Ordinal).SelectMany(customer => (IEnumerable<string>)
        [
            $"{customer.UserId.Value} {customer.PhoneNumber.Digits} {customer.Name} {customer.App} {customer.ReadsAutomatically} "
                + $"{customer.IsInsideWindow}",
            .. customer.Devices.Select(device => $"{device.Name}: {string.Join(", ", device.Cart.Lines)}"),
            .. customer.Chat.Select(entry =>
                $"{entry.GetType().Name} {entry.Id} {entry.At:O} {entry.Kind} {entry.Text} {string.Join(' ', entry.Statuses)} "
                    + $"{string.Join(' ', entry.Products)} {entry.Json.GetRawText()}"),
        ]),
    ];
}
