using System.Text.Json;
using WhatsCommerce.Commerce;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Commerce;

/// <summary>The settings of a shop and the compliance data.</summary>
public class CommerceClientTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");

    private static readonly BusinessCompliance Orchard = new()
    {
        EntityName = "Orchard & Sons",
        EntityType = BusinessEntityType.Partnership,
        IsRegistered = true,
        GrievanceOfficer = new()
        {
            Name = "Asha P.",
            Email = "asha@orchard.example",
            MobileNumber = "+913854559033",
            LandlineNumber = "+913857614343"
        },
        CustomerCare = new() { Email = "care@orchard.example", MobileNumber = "+913854559034" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OfTheRoom()
    {
        using StubMeta meta = new(StubMeta.Ok("""{"data":[]}"""), StubMeta.Ok("""{"data":[]}"""), StubMeta.Ok("""{"success":true}"""));
        using TestClient client = new(Meta, handler: meta);
        CommerceClient commerce = client.Client.Commerce;

        await commerce.GetSettingsAsync(Token);
        await commerce.GetComplianceAsync(Token);
        await commerce.UpdateSettingsAsync(isCatalogVisible: true, cancellationToken: Token);
        await commerce.UpdateSettingsAsync(isCartEnabled: false, isCatalogVisible: false, Token);
        await commerce.SetComplianceAsync(Orchard, Token);
        await commerce.SetComplianceAsync(
            Orchard with { EntityType = BusinessEntityType.Other, CustomEntityType = "Farmers' co-operative", IsRegistered = null }, Token);

        Snapshot.MatchText(Wire.Describe(meta.Requests));
    }

    [Theory]
    [InlineData("004-commerce-settings-response--get-responses-example-response.json")]
    [InlineData("005-commerce-settings-response--set-commerce-settings.json")]
    public async Task GetSettingsAsync_MetasExample_IsRead(string file)
    {
        JsonElement example = SharedMaterial.ReadJson("catalog", file);
        using StubMeta meta = new(StubMeta.Ok(example.GetRawText()));
        using TestClient client = new(Meta, handler: meta);

        CommerceSettings settings = await client.Client.Commerce.GetSettingsAsync(Token);

        JsonElement expected = example.GetProperty("data")[0];
        Assert.Equal(
            (expected.GetProperty("id").GetString(), expected.GetProperty("is_cart_enabled")
                .GetBoolean(), expected.GetProperty("is_catalog_visible").GetBoolean()),
            (settings.Id, settings.IsCartEnabled, settings.IsCatalogVisible));
    }

    [Fact]
    public async Task GetSettingsAsync_NumberThatNobodyHasSetUp_HasACartAndNoCatalog()
    {
        using StubMeta meta = new(StubMeta.Ok("""{"data":[]}"""));
        using TestClient client = new(Meta, handler: meta);

        Assert.Equal(new CommerceSettings
        {
            IsCartEnabled = true,
            IsCatalogVisible = false
        }, await client.Client.Commerce.GetSettingsAsync(Token));
    }

    [Fact]
    public async Task UpdateSettingsAsync_Nothing_IsRefused()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        await Assert.ThrowsAsync<ArgumentException>(() => client.Client.Commerce.UpdateSettingsAsync(cancellationToken: Token));
        Assert.Empty(meta.Requests);
    }

    [Fact]
    public async Task GetComplianceAsync_WhatWasSet_IsTheSame()
    {
        using StubMeta meta = new(StubMeta.Ok("""{"success":true}"""));
        using TestClient client = new(Meta, handler: meta);
        await client.Client.Commerce.SetComplianceAsync(Orchard, Token);
        using StubMeta answering = new(StubMeta.Ok($$"""{"data":[{{meta.Requests[0].Body}}]}"""));
        using TestClient reader = new(Meta, handler: answering);

        Assert.Equal(Orchard, await reader.Client.Commerce.GetComplianceAsync(Token));
    }

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData(
        """{"data":[{"whatsapp_business_account_id":"1","messaging_product":"whatsapp","entity_name":null,"is_registered":false}]}""")]
    public async Task GetComplianceAsync_BusinessWithout_IsNull(string answer)
    {
        using StubMeta meta = new(StubMeta.Ok(answer));
        using TestClient client = new(Meta, handler: meta);

        Assert.Null(await client.Client.Commerce.GetComplianceAsync(Token));
    }

    [Fact]
    public async Task SetComplianceAsync_EverythingWrongAtOnce_NamesEveryViolation()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        BusinessCompliance wrong = new()
        {
            EntityName = "O",
            EntityType = BusinessEntityType.PrivateCompany,
            CustomEntityType = "co-operative",
            IsRegistered = true,
            GrievanceOfficer = new() { Email = "asha", MobileNumber = "3854559033" },
            CustomerCare = new() { Name = "Ravi", LandlineNumber = "none" },
        };

        WhatsCommerceValidationException exception = await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => client.Client.Commerce.SetComplianceAsync(wrong, Token));

        Snapshot.MatchText(exception.Message.ReplaceLineEndings("\n"));
        Assert.Empty(meta.Requests);
    }

    [Fact]
    public async Task SetComplianceAsync_NumberWithTrunkDigit_IsTold()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        BusinessCompliance wrong = Orchard with
        {
            CustomerCare = new() { Email = "care@orchard.example", MobileNumber = "+91 (0)22 1234 5678" },
        };

        WhatsCommerceValidationException exception = await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => client.Client.Commerce.SetComplianceAsync(wrong, Token));

        Assert.Contains("dialled within its country only", exception.Message, StringComparison.Ordinal);
        Assert.Empty(meta.Requests);
    }

    [Fact]
    public void ToString_OfAContact_HidesThePerson() =>
        Assert.DoesNotContain("asha", Orchard.ToString(), StringComparison.OrdinalIgnoreCase);
}
