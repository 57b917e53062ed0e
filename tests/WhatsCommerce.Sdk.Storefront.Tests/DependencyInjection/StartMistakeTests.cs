using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.DependencyInjection;

/// <summary>What is told when the app starts, so that no customer finds it out.</summary>
public sealed class StartMistakeTests : IDisposable
{
    private readonly HostApplicationBuilder _app = Host.CreateEmptyApplicationBuilder(null);
    private readonly KeptLogs _logs = new();

    public StartMistakeTests()
    {
        _app.Logging.AddProvider(_logs);
        _app.Services.AddWhatsCommerce(options => (options.PhoneNumberId, options.AccessToken, options.CatalogId) = ("1", "EAAJB", "2"));
        _app.Services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add("secret"));
    }

    public void Dispose() => _logs.Dispose();

    [Theory]
    [InlineData("English")]
    [InlineData("e")]
    [InlineData("pt-")]
    [InlineData("pt BR")]
    public async Task Language_ThatIsNone_IsAnError(string language)
    {
        Shop(options => options.Language = language).AddPayOnDelivery();

        Assert.Equal(
            $"Language: \"{language}\" is not a language. Write its code (BCP 47), such as en, pt or pt-BR.", await ErrorAsync());
    }

    [Theory]
    [InlineData("pt-BR")]
    [InlineData("pt_BR")]
    [InlineData("ES")]
    [InlineData("zh-Hant-TW")]
    [InlineData("fil")]
    public async Task Language_ThatIsOne_Starts(string language)
    {
        Shop(options => options.Language = language).AddPayOnDelivery();

        await StartAsync();
    }

    [Fact]
    public async Task Language_WithoutAnyText_IsAWarning()
    {
        Shop(options => options.Language = "fr").AddPayOnDelivery();

        await StartAsync();

        Assert.Equal(
            ["The storefront \"shop\" has no texts in its language \"fr\", so customers receive English texts: set Texts:fr, or use one of "
                + "the built-in languages: ar, en, es, hi, id, pt"],
            _logs.Warnings);
    }

    [Fact]
    public async Task Language_WithTextsOfTheShop_IsNoWarning()
    {
        Shop(options =>
        {
            options.Language = "fr-CA";
            options.Texts["fr"] = new Dictionary<string, string> { [nameof(StorefrontText.PayButton)] = "Payer" };
        }).AddPayOnDelivery();

        await StartAsync();

        Assert.Empty(_logs.Warnings);
    }

    [Theory]
    [InlineData("+16505551234")]
    [InlineData("1065 40352242922")]
    [InlineData("")]
    public async Task PhoneNumberId_ThatMetaCannotGive_IsAnErrorThatNamesItsPlace(string id)
    {
        Shop("berlin", options => options.PhoneNumberIds = ["106540352242922", id]).AddPayOnDelivery();

        Assert.Equal(
            "Shop \"berlin\": PhoneNumberIds[1] is an id and must be digits only, as Meta's dashboard shows it; a phone number with + is "
                + "not its id.",
            await ErrorAsync());
    }

    [Theory]
    [InlineData("address_form")]
    [InlineData("")]
    public void AddressFlowId_ThatMetaCannotGive_IsRefused(string id) => Assert.StartsWith(
        "AddressFlowId is an id and must be digits only, as Meta's dashboard shows it.",
        Assert.Throws<ArgumentException>(
            () => Shop(static _ => { }).AddDeliverySteps(options => options.AddressFlowId = id)).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task Directory_ShopWhosePartsCannotRun_IsLoggedWhenItIsListed()
    {
        Shop(static _ => { }).AddPayOnDelivery().AddReply<NeedsReader>();
        _app.Services.AddSingleton<IStorefrontDirectory>(new ShopList(new StorefrontListing("berlin"), new StorefrontListing("lisbon")));

        await ListTwiceAsync();

        Assert.Equal(
            new[] { "berlin", "lisbon" }.Select(shop =>
                $"The reply NeedsReader of the shop \"{shop}\" cannot run: Unable to resolve service for type 'System.IO.TextReader' while "
                    + $"attempting to activate '{typeof(NeedsReader).FullName}'. Register it before builder.Build()."),
            _logs.Warnings);
    }

    [Fact]
    public async Task Directory_ShopWithoutTextsInItsLanguage_IsAWarning()
    {
        Shop(static _ => { }).AddPayOnDelivery();
        _app.Services.AddSingleton<IStorefrontDirectory>(new ShopList(
            new StorefrontListing("berlin").Configure<StorefrontOptions>(static options => options.Language = "de"),
            new StorefrontListing("lisbon").Configure<StorefrontOptions>(static options => options.Language = "pt")));

        await ListTwiceAsync();

        Assert.StartsWith(
            "The storefront \"berlin\" has no texts in its language \"de\"", Assert.Single(_logs.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Directory_NumberOfTwoShops_IsLogged()
    {
        Shop(static _ => { }).AddPayOnDelivery();
        _app.Services.AddSingleton<IStorefrontDirectory>(new ShopList(
            new StorefrontListing("berlin") { PhoneNumberIds = ["101", "102", "102"] },
            new StorefrontListing("lisbon") { PhoneNumberIds = ["103"], Account = new() { PhoneNumberId = "102", AccessToken = "EAAJB" } },
            new StorefrontListing("porto") { PhoneNumberIds = ["104"] }));

        await ListTwiceAsync();

        Assert.Equal(
            ["The shops \"berlin\" and \"lisbon\" of the directory both have the number 102, and \"lisbon\" gets its webhooks: list a "
                + "number with one shop only"],
            _logs.Warnings);
    }

    [Fact]
    public async Task Directory_ShopWhoseNumberCannotBe_IsLoggedAndNotServed()
    {
        Shop(static _ => { }).AddPayOnDelivery();
        _app.Services.AddSingleton<IStorefrontDirectory>(new ShopList(
            new StorefrontListing("berlin") { PhoneNumberIds = ["+16505551234"] },
            new StorefrontListing("lisbon") { PhoneNumberIds = ["103"] }));

        IEnumerable<string> served = await ListTwiceAsync();

        Assert.Equal(["lisbon"], served);
        Assert.Contains(
            "One of its PhoneNumberIds is an id and must be digits only, as Meta's dashboard shows it; a phone number with + is not "
                + "its id.",
            _logs.Errors);
    }

    [Theory]
    [InlineData("/shop", "is not absolute")]
    [InlineData("shop.example/shop", "is not absolute")]
    [InlineData("ftp://shop.example/shop", "has the scheme \"ftp\"")]
    [InlineData("localhost:5000/shop", "has the scheme \"localhost\"")]
    [InlineData("https://shop.example/shop?a=secret", "has a query (after ?)")]
    [InlineData("https://shop.example/shop#a", "has a fragment (after #)")]
    [InlineData("https://user:secret@shop.example/shop", "has a user name")]
    public async Task PublicAddress_ThatPagesCannotHave_IsAnErrorWithoutItsSecrets(string address, string problem)
    {
        Shop(options => options.PublicAddress = new Uri(address, UriKind.RelativeOrAbsolute))
            .AddPayOnDelivery();

        Assert.Equal(
            $"PublicAddress {problem}. Set it to an absolute https or http address, such as https://shop.example/shop: the addresses of "
                + "the shop's pages are built from it.",
            await ErrorAsync());
    }

    [Fact]
    public async Task PublicAddress_OfANamedShop_NamesTheShop()
    {
        Shop("berlin", options => options.PublicAddress = new Uri("/shop", UriKind.Relative))
            .AddPayOnDelivery();

        Assert.StartsWith("Shop \"berlin\": PublicAddress is not absolute.", await ErrorAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Order Update", "en", "OrderStatusTemplate is \"Order Update\". The name of a template is made of")]
    [InlineData("", "en", "OrderStatusTemplate is \"\". The name of the template")]
    [InlineData("order_update", "English", "OrderStatusTemplateLanguage is \"English\". The language is a code")]
    [InlineData("order_update", "pt-BR", "OrderStatusTemplateLanguage is \"pt-BR\". The language is a code")]
    public async Task OrderStatusTemplate_ThatMetaCannotHave_IsAnError(string template, string language, string told)
    {
        Shop(
            options => (options.OrderStatusTemplate, options.OrderStatusTemplateLanguage) = (template, language)).AddPayOnDelivery();

        Assert.StartsWith(told, await ErrorAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Admin Notice", "en", null, "Template is \"Admin Notice\".")]
    [InlineData("notice", "en-US", null, "TemplateLanguage is \"en-US\".")]
    [InlineData(null, "en", "English", "Language: \"English\" is not a language.")]
    public void AdminNotices_TemplateOrLanguageThatCannotBe_AreRefused(string? template, string code, string? language, string told) =>
        Assert.StartsWith(
            told,
            Assert.Throws<ArgumentException>(() => Shop(static _ => { }).AddAdminNotices(options =>
            {
                options.Numbers.Add("+16505551234");
                (options.Template, options.TemplateLanguage, options.Language) = (template, code, language);
            })).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Order {{order_number", "\"{{order_number\"")]
    [InlineData("Order {order_number}", "\"{order_number\"")]
    [InlineData("Order order_number}}", "\"order_number}\"")]
    [InlineData("Order {{order_number}}, {{", "\"{{\"")]
    public async Task Text_WithABrokenPlaceholder_IsAnError(string text, string broken)
    {
        Shop(options => options.Texts["en"] = new Dictionary<string, string>
        {
            [nameof(StorefrontText.Fulfilling)] = text,
        }).AddPayOnDelivery();

        Assert.Equal(
            $"Texts:en:Fulfilling has {broken}, which is not a placeholder: write {{{{name}}}}, with two braces on both sides; "
                + "known placeholders: order_number.",
            await ErrorAsync());
    }

    [Fact]
    public async Task Text_WithBracesThatAreNoPlaceholder_Starts()
    {
        Shop(options => options.Texts["en"] = new Dictionary<string, string>
        {
            [nameof(StorefrontText.Fulfilling)] = "{ {{ order_number }} } :}",
        }).AddPayOnDelivery();

        await StartAsync();
    }

    [Fact]
    public async Task Text_InALanguageThatIsNone_IsAnError()
    {
        Shop(options => options.Texts["Spanish"] = new Dictionary<string, string>
        {
            [nameof(StorefrontText.PayButton)] = "Pagar",
        }).AddPayOnDelivery();

        Assert.Equal(
            "Texts:Spanish: \"Spanish\" is not a language. Write its code (BCP 47), such as en, pt or pt-BR.", await ErrorAsync());
    }

    [Fact]
    public void Text_OfARegionWrittenWithAnUnderscore_IsFound() => Assert.Equal(
        "Pagar já",
        new Texts(new StorefrontOptions
        {
            Texts = { ["pt_BR"] = new Dictionary<string, string> { [nameof(StorefrontText.PayButton)] = "Pagar já" } },
        }).Get(StorefrontText.PayButton, "pt-BR"));

    [Fact]
    public async Task Reply_WhoseServiceIsMissing_IsAnError()
    {
        Shop(static _ => { }).AddPayOnDelivery().AddReply<NeedsReader>().DefaultReply<NeedsReader>();

        Assert.Equal(
            $"The reply NeedsReader cannot run: Unable to resolve service for type 'System.IO.TextReader' while attempting to activate "
                + $"'{typeof(NeedsReader).FullName}'. Register it before builder.Build().",
            await ErrorAsync());
    }

    [Fact]
    public async Task Reply_OfANamedShop_IsLookedAtThere()
    {
        Shop("berlin", static _ => { }).AddPayOnDelivery().DefaultReply<NeedsReader>();

        Assert.StartsWith("The reply NeedsReader of the shop \"berlin\" cannot run:", await ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_ThatIsTriedAtStart_IsDisposed()
    {
        int disposed = 0;
        _app.Services.AddSingleton<Action>(() => disposed++);
        Shop(static _ => { }).AddPayOnDelivery().AddReply<Disposed>();

        await StartAsync();

        Assert.Equal(1, disposed);
    }

    [Fact]
    public async Task Reply_WhoseConstructorThrows_Starts()
    {
        Shop(static _ => { }).AddPayOnDelivery().AddReply<Throws>();

        await StartAsync();
    }

    [Fact]
    public async Task Rule_WhoseServiceIsMissing_IsAnError()
    {
        Shop(static _ => { }).AddPayOnDelivery().AddCheckoutRule<NeedsReaderToo>();

        Assert.StartsWith("A checkout rule cannot run: Unable to resolve service", await ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_WhoseServiceIsMissing_IsAnError()
    {
        Shop(static _ => { }).AddPayOnDelivery()
            .On<CartReceived, TextReader>("notes", static (_, _, _) => Task.CompletedTask)
            .On<CartReceived, TimeProvider>("times", static (_, _, _) => Task.CompletedTask);

        Assert.Equal(
            "The handler \"notes\" cannot run: No service for type 'System.IO.TextReader' has been registered. Register it before "
                + "builder.Build().",
            await ErrorAsync());
    }

    [Fact]
    public async Task Handler_WhoseServiceNeedsAMissingOne_IsAnError()
    {
        _app.Services.AddSingleton<NeedsReader>();
        Shop(static _ => { }).AddPayOnDelivery()
            .On<OrderPlaced, NeedsReader>("book", static (_, _, _) => Task.CompletedTask);

        Assert.StartsWith("The handler \"book\" cannot run: Unable to resolve service", await ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WayToPay_Missing_IsAWarning()
    {
        Shop(static _ => { });

        await StartAsync();

        Assert.Equal(
            ["The storefront \"\" has no way to pay, so customers are told that they cannot pay: call AddPayOnDelivery(), "
                + "AddProvider<T>() or the method of a provider, such as AddStripe(section)"],
            _logs.Warnings);
    }

    [Fact]
    public async Task WayToPay_MissingWhereTheAppHandlesCarts_IsNoWarning()
    {
        Shop(static _ => { }).On<CartReceived>("place", static (_, _) => Task.CompletedTask);

        await StartAsync();

        Assert.Empty(_logs.Warnings);
    }

    [Fact]
    public async Task WebhooksAndClient_Missing_AreWarnings()
    {
        HostApplicationBuilder worker = Host.CreateEmptyApplicationBuilder(null);
        worker.Logging.AddProvider(_logs);
        worker.Services.AddWhatsCommerceStorefrontCore(static _ => { }).AddCheckout().AddPayOnDelivery();
        worker.Services.AddSingleton<IPriceSource>(new FixedPrices());

        using IHost host = worker.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "No webhook endpoint is registered, so this process receives no carts and no messages: call "
                    + "AddWhatsCommerceWebhooks(section) and MapWhatsCommerceWebhooks(path), unless another process receives them",
                "The storefront \"\" has no client to send messages with: call AddWhatsCommerce(section)",
            ],
            _logs.Warnings);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Conversations_TextsKeptForNoTime_AreAnError()
    {
        Shop(static _ => { }).AddPayOnDelivery().AddConversations(static options => options.TextRetention = TimeSpan.FromDays(-1));

        Assert.Contains("must be positive, or null to keep the texts.", await ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_OfADatabaseThatIsMissing_IsAnError()
    {
        Shop(static _ => { }).AddPayOnDelivery().AddDatabaseSearch();

        Assert.Equal(
            "The search cannot run: AddDatabaseSearch() needs a database: call UsePostgreSql(connectionString) on the storefront, or "
                + "AddSearch() instead.",
            await ErrorAsync());
    }

    [Fact]
    public async Task Search_ByMeaningWithoutAModel_IsAnError()
    {
        Shop(static _ => { }).AddPayOnDelivery().AddSearch(static options => options.Embeddings = new());

        Assert.StartsWith(
            "The search cannot run: No service for type 'Microsoft.Extensions.AI.IEmbeddingGenerator",
            await ErrorAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_EmbeddingsOutOfRange_AreAnError()
    {
        Shop(static _ => { }).AddPayOnDelivery().AddSearch(static options => options.Embeddings = new() { Weight = 2 });

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(StartAsync);
    }

    [Fact]
    public async Task MemoryStores_LimitsThatCannotBe_AreErrorsAtStart()
    {
        Shop(static _ => { }).AddPayOnDelivery();
        _app.Services.Configure<MemoryStorefrontStoreOptions>(static options => options.Retention = TimeSpan.FromDays(-1));

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(StartAsync);
    }

    [Theory]
    [InlineData("A title with far too many characters", "EUR", "\"A title with far too many characters\" has 36.")]
    [InlineData(" ", "EUR", "\" \" has 1.")]
    [InlineData("Cash", "EURO", "\"EURO\", which is not an ISO 4217 code")]
    public void PayOnDelivery_TitleOrCurrencyThatCannotBe_IsRefused(string title, string currency, string told) =>
        Assert.Contains(
            told,
            Assert.Throws<ArgumentException>(() => Shop(static _ => { }).AddPayOnDelivery(options =>
            {
                options.Title = title;
                options.Currencies.Add(currency);
            })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void ExternalCheckout_TitleThatIsTooLong_IsRefused() => Assert.Contains(
        "\"A title with far too many characters\" has 36.",
        Assert.Throws<ArgumentException>(() => Shop(static _ => { }).AddExternalCheckout(
            "https://shop.example/pay",
            "0123456789abcdef0123456789abcdef",
            options => options.Title = "A title with far too many characters")).Message,
        StringComparison.Ordinal);

    // Without the catalog, which would be read from Meta.
    private WhatsCommerceStorefrontBuilder Shop(Action<StorefrontOptions> configure) =>
        _app.Services.AddWhatsCommerceStorefrontCore(configure).AddCheckout();

    private WhatsCommerceStorefrontBuilder Shop(string name, Action<StorefrontOptions> configure) =>
        _app.Services.AddWhatsCommerceStorefrontCore(name, configure).AddCheckout();

    /// <summary>Lists the directory as the worker does, without its other work.</summary>
    private async Task<IEnumerable<string>> ListTwiceAsync()
    {
        using IHost host = _app.Build();
        Shops shops = host.Services.GetRequiredService<Shops>();
        await shops.RefreshAsync(TestContext.Current.CancellationToken);
        await shops.RefreshAsync(TestContext.Current.CancellationToken);
        return [.. shops.Active.Select(static shop => shop.Id)];
    }

    private async Task StartAsync()
    {
        using IHost host = _app.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string> ErrorAsync()
    {
        Exception exception = await Assert.ThrowsAnyAsync<Exception>(StartAsync);
        Assert.True(exception is OptionsValidationException or InvalidOperationException, exception.ToString());
        return exception.Message;
    }

    private sealed class ShopList(params StorefrontListing[] listings) : IStorefrontDirectory
    {
        public ValueTask<StorefrontListing?> FindAsync(string shopId, CancellationToken cancellationToken = default) =>
            new(listings.FirstOrDefault(listing => listing.ShopId == shopId));

        public ValueTask<StorefrontListing?> FindAsync(StorefrontRoute route, CancellationToken cancellationToken = default) =>
            new(listings.FirstOrDefault(listing => listing.PhoneNumberIds.Contains(route.PhoneNumberId)));

        public IAsyncEnumerable<StorefrontListing> ListAsync(CancellationToken cancellationToken = default) =>
            listings.ToAsyncEnumerable();
    }

    private sealed class NeedsReader(TextReader reader) : IReply
    {
        public async Task<bool> ReplyAsync(ReplyContext context, CancellationToken cancellationToken) =>
            await reader.ReadLineAsync(cancellationToken) is not null;
    }

    private sealed class NeedsReaderToo(TextReader reader) : ICheckoutRule
    {
        public async Task<string?> ObjectAsync(Cart cart, Quote quote, CancellationToken cancellationToken) =>
            await reader.ReadLineAsync(cancellationToken);
    }

    private sealed class Disposed(Action disposed) : IReply, IDisposable
    {
        public Task<bool> ReplyAsync(ReplyContext context, CancellationToken cancellationToken) => Task.FromResult(false);

        public void Dispose() => disposed();
    }

    private sealed class Throws : IReply
    {
        public Throws() => throw new InvalidOperationException("The server is not reachable yet.");

        public Task<bool> ReplyAsync(ReplyContext context, CancellationToken cancellationToken) => Task.FromResult(false);
    }

    /// <summary>Keeps the warnings of the storefront.</summary>
    private sealed class KeptLogs : ILoggerProvider, ILogger
    {
        private readonly List<string> _warnings = [];
        private readonly List<string> _errors = [];

        // Of the start: what the workers log later depends on the network.
        public IReadOnlyList<string> Warnings => _warnings;

        public IReadOnlyList<string> Errors => _errors;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_warnings)
            {
                if (exception is not null)
                {
                    _errors.Add(exception.Message);
                }

                if (eventId.Id is (>= 411 and <= 414) or 483 or 484)
                {
                    _warnings.Add(formatter(state, exception));
                }
            }
        }

        public void Dispose()
        {
        }
    }
}
