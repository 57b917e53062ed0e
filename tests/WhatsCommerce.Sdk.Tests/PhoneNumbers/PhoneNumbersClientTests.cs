using WhatsCommerce.PhoneNumbers;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.PhoneNumbers;

/// <summary>The business's numbers and their profile.</summary>
public class PhoneNumbersClientTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OfTheRoom()
    {
        using StubMeta meta = new(
            StubMeta.Ok("""{"id":"1"}"""),
            StubMeta.Ok("""{"data":[]}"""),
            StubMeta.Ok("""{"data":[]}"""),
            StubMeta.Ok("""{"success":true}"""));
        using TestClient client = new(Meta, options => options.BusinessAccountId = "102290129340398", handler: meta);
        PhoneNumbersClient numbers = client.Client.PhoneNumbers;

        await numbers.GetAsync(Token);
        await numbers.GetProfileAsync(Token);
        Assert.Empty(await numbers.ListAsync(Token).ToListAsync(Token));
        await numbers.RequestDisplayNameAsync("Orchard & Sons", Token);
        await numbers.UpdateProfileAsync(
            new()
            {
                About = "Apples 🍎",
                Address = "1 Road",
                Description = "",
                Email = "care@orchard.example",
                Websites = [new("https://orchard.example/äpfel"), new("http://orchard.example")],
                Vertical = BusinessVertical.Grocery,
                ProfilePictureHandle = "4:aGVsbG8=",
            },
            Token);
        await numbers.UpdateProfileAsync(new() { Websites = [] }, Token);

        Snapshot.MatchText(Wire.Describe(meta.Requests));
    }

    [Fact]
    public async Task ListAsync_MetasExample_IsRead()
    {
        using StubMeta meta =
            new(StubMeta.Ok(SharedMaterial.ReadJson("responses", "120-phone-numbers-list--multiple-phone-numbers.json").GetRawText()));
        using TestClient client = new(Meta, options => options.BusinessAccountId = "1", handler: meta);

        List<BusinessPhoneNumber> numbers = await client.Client.PhoneNumbers.ListAsync(Token).ToListAsync(Token);

        Assert.Equal(
            [
                ("1906385232743451", PhoneNumberQuality.Green, "LINKED", true),
                ("1913623884432103", PhoneNumberQuality.Unknown, "PENDING", false)],
            numbers.Select(
                number => (number.Id.ToString(), number.QualityRating, number.Status, number.IsOfficialBusinessAccount == true)));
        Assert.Equal(1000, numbers[0].MessagingLimitTier.Customers);
    }

    [Theory]
    [InlineData(
        """{"data":[{"about":"Apples","websites":["https://orchard.example/"],"vertical":"GROCERY","messaging_product":"whatsapp"}]}""")]
    [InlineData("""{"data":[{"business_profile":{"about":"Apples","websites":["https://orchard.example/"],"vertical":"GROCERY"}}]}""")]
    public async Task GetProfileAsync_AsMetaAnswersOrPrintsIt_IsRead(string answer)
    {
        using StubMeta meta = new(StubMeta.Ok(answer));
        using TestClient client = new(Meta, handler: meta);

        BusinessProfile profile = await client.Client.PhoneNumbers.GetProfileAsync(Token);

        Assert.Equal(("Apples", BusinessVertical.Grocery), (profile.About, profile.Vertical));
        Assert.Equal([new Uri("https://orchard.example/")], profile.Websites);
    }

    [Fact]
    public async Task UpdateProfileAsync_EverythingWrongAtOnce_NamesEveryViolation()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        BusinessProfileUpdate wrong = new()
        {
            About = "",
            Address = new string('a', 257),
            Description = "half an emoji \uD83C",
            Email = "nobody",
            Websites = [
                new("ftp://orchard.example"),
                new("/relative", UriKind.Relative),
                new($"https://orchard.example/{new string('w', 256)}")],
        };

        WhatsCommerceValidationException exception = await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => client.Client.PhoneNumbers.UpdateProfileAsync(wrong, Token));

        Snapshot.MatchText(exception.Message.ReplaceLineEndings("\n"));
        await Assert.ThrowsAsync<WhatsCommerceValidationException>(() => client.Client.PhoneNumbers.UpdateProfileAsync(new(), Token));
        await Assert.ThrowsAsync<WhatsCommerceValidationException>(() => client.Client.PhoneNumbers.RequestDisplayNameAsync("O", Token));
        Assert.Empty(meta.Requests);
    }

    [Fact]
    public async Task UpdateProfileAsync_LengthsAtTheLimit_AreSent()
    {
        using StubMeta meta = new(StubMeta.Ok("""{"success":true}"""));
        using TestClient client = new(Meta, handler: meta);

        await client.Client.PhoneNumbers.UpdateProfileAsync(
            new()
            {
                About = string.Concat(Enumerable.Repeat("🍎", 139)),
                Address = new string('a', 256),
                Description = new string('d', 512)
            }, Token);

        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task Requests_OfRegistrationAndComponents()
    {
        using StubMeta meta = new([.. Enumerable.Range(0, 8).Select(_ => StubMeta.Ok("""{"success":true,"id":"1"}"""))]);
        using TestClient client = new(Meta, handler: meta);
        PhoneNumbersClient numbers = client.Client.PhoneNumbers;

        await numbers.RequestCodeAsync(VerificationCodeMethod.Voice, "pt_BR", Token);
        await numbers.VerifyCodeAsync("123 456", Token);
        await numbers.RegisterAsync("012345", cancellationToken: Token);
        await numbers.RegisterAsync("012345", "AE", Token);
        await numbers.SetTwoStepPinAsync("543210", Token);
        await numbers.DeregisterAsync(Token);
        await numbers.SetConversationalComponentsAsync(
            new() { IsWelcomeMessageEnabled = true, Prompts = ["Fresh?"], Commands = [new("menu", "All we have")] }, Token);
        await numbers.GetConversationalComponentsAsync(Token);

        Snapshot.MatchText(Wire.Describe(meta.Requests));
    }

    [Theory]
    [InlineData(
        null), InlineData(""), InlineData("12345"), InlineData("1234567"), InlineData("12a456"), InlineData("\u0661\u0662\u0663456")]
    public async Task RegisterAsync_PinThatIsNotSixDigits_IsRefusedWithoutBeingTold(string? pin)
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        foreach (Func<Task> call in new Func<Task>[]
        {
            () => client.Client.PhoneNumbers.RegisterAsync(pin!, null, Token),
            () => client.Client.PhoneNumbers.SetTwoStepPinAsync(pin!, Token),
            () => client.Client.PhoneNumbers.VerifyCodeAsync(pin!, Token),
        })
        {
            WhatsCommerceValidationException exception = await Assert.ThrowsAsync<WhatsCommerceValidationException>(call);
            Assert.Contains("six digits", exception.Message, StringComparison.Ordinal);
            Assert.True(string.IsNullOrEmpty(pin) || !exception.ToString().Contains(pin, StringComparison.Ordinal));
        }

        Assert.Empty(meta.Requests);
    }

    [Fact]
    public async Task RequestCodeAsync_ServerError_IsNotRetried()
    {
        using StubMeta meta = new(StubMeta.Error(2, 500));
        using TestClient client = new(Meta, handler: meta);

        await Assert.ThrowsAsync<OutcomeUnknownException>(
            () => client.Client.PhoneNumbers.RequestCodeAsync(VerificationCodeMethod.Sms, "en_US", Token));

        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SetConversationalComponentsAsync_EverythingWrongAtOnce_NamesEveryViolation()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        ConversationalComponents wrong = new()
        {
            Prompts = ["a", "b", new string('c', 81), ""],
            Commands = [new("menu", ""), new("Menu", "twice"), new("two words", new string('d', 257)), new(new string('n', 31), "long")],
        };

        WhatsCommerceValidationException exception = await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => client.Client.PhoneNumbers.SetConversationalComponentsAsync(wrong, Token));

        Snapshot.MatchText(exception.Message.ReplaceLineEndings("\n"));
        Assert.Empty(meta.Requests);
    }

    [Fact]
    public async Task Requests_OfSettingsAndOfficialAccount()
    {
        using StubMeta meta = new(
            StubMeta.Ok(
                """
                {"calling":{"status":"enabled"},"payload_encryption":{"status":"enabled"},
                "user_identity_change":{"enable_identity_key_check":true},
                 "storage_configuration":{"status":"in_country_storage_enabled","data_localization_region":"us"}}
                """),
            StubMeta.Ok("""{"success":true}"""),
            StubMeta.Ok("""{"success":true}"""),
            StubMeta.Ok("""{"success":true}"""),
            StubMeta.Ok("""{"official_business_account":{"oba_status":"NOT_STARTED"},"id":"106540352242922"}"""),
            StubMeta.Ok("""{"success":true}"""),
            StubMeta.Ok("""{"data":[]}"""));
        using TestClient client = new(Meta, handler: meta);
        PhoneNumbersClient numbers = client.Client.PhoneNumbers;

        NumberSettings settings = await numbers.GetSettingsAsync(Token);
        await numbers.SetIdentityCheckAsync(true, Token);
        await numbers.SetLocalStorageAsync("BR", Token);
        await numbers.SetLocalStorageAsync(null, Token);
        OfficialAccountStatus status = await numbers.GetOfficialAccountAsync(Token);
        await numbers.RequestOfficialAccountAsync(
            new()
            {
                Website = new("https://www.luckyshrub.com"),
                Country = "United States of America",
                Language = "English",
                ParentBrand = "Lucky Shrub LLC",
                SupportingLinks = [new("https://www.retailreview.com/gardening/2025/lucky-shrub")],
                AdditionalInformation = "We are also featured in Planet Succulent",
            },
            Token);
        Assert.Empty(await numbers.ListAsync("17", Token).ToListAsync(Token));

        Assert.Equal(
            new NumberSettings
            {
                IsIdentityCheckEnabled = true, IsPayloadEncrypted = true, StorageStatus = "IN_COUNTRY_STORAGE_ENABLED",
                StorageRegion = "US",
            },
            settings);
        Assert.Equal("NOT_STARTED", status.Status);
        Snapshot.MatchText(Wire.Describe(meta.Requests));
    }

    [Fact]
    public async Task SettingsAndOfficialAccount_OutsideOfTheRules_AreNotSent()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        PhoneNumbersClient numbers = client.Client.PhoneNumbers;
        OfficialAccountRequest request = new() { Website = new("https://shop.example"), Country = "US" };

        await Assert.ThrowsAsync<WhatsCommerceValidationException>(() => numbers.SetLocalStorageAsync("br", Token));
        foreach (OfficialAccountRequest bad in new[]
        {
            request with { Website = null },
            request with { Country = " " },
            request with { SupportingLinks = [.. Enumerable.Repeat(new Uri("https://news.example"), 6)] },
            request with { SupportingLinks = [new("news", UriKind.Relative)] },
        })
        {
            await Assert.ThrowsAsync<WhatsCommerceValidationException>(() => numbers.RequestOfficialAccountAsync(bad, Token));
        }

        Assert.Empty(meta.Requests);
    }
}
