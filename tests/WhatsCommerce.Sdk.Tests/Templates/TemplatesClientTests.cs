using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Templates;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Templates;

/// <summary>Creating, listing, finding, changing and deleting templates.</summary>
public class TemplatesClientTests
{
    private const string Nothing = """{"data":[]}""";
    private const string Success = """{"success":true}""";
    private const string Created = """{"id":"594425479261596","status":"PENDING","category":"MARKETING"}""";
    private const string Greeting = """{"id":"77","name":"greeting","language":"en_US","status":"APPROVED","category":"UTILITY"}""";

    private static readonly TemplateDefinition Offer =
        Template.Catalog("july_offer", "en_US").Body("Hi {{1}}, \"10 %\" off 🍎 + more!", "Pablo").Build();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryRequest_OfTheClientsOwnAccount()
    {
        using TemplateApi api = new(
            StubMeta.Ok(Created),
            StubMeta.Ok(Nothing),
            StubMeta.Ok(Nothing),
            StubMeta.Ok(Nothing),
            StubMeta.Ok(Greeting),
            StubMeta.Ok(Greeting),
            StubMeta.Ok(Success), StubMeta.Ok(Success), StubMeta.Ok(Success), StubMeta.Ok(Greeting));

        await api.Templates.CreateAsync(Offer, cancellationToken: Cancellation);
        await TemplateApi.ToListAsync(api.Templates.ListAsync(cancellationToken: Cancellation));
        await TemplateApi.ToListAsync(api.Templates.ListAsync(
            new TemplateQuery
            {
                NameOrContent = "sale & more",
                Statuses = [TemplateStatus.Approved, TemplateStatus.Paused],
                Categories = [TemplateCategory.Marketing],
                Languages = ["en_US", "pt_BR"],
                Qualities = [TemplateQuality.Green],
                Fields = ["name", "status"],
                PageSize = 20,
            },
            cancellationToken: Cancellation));
        await api.Templates.FindAsync("july_offer", "en_US", cancellationToken: Cancellation);
        await api.Templates.GetAsync("77", cancellationToken: Cancellation);
        await api.Templates.GetAsync("77", ["name", "previous_category"], Cancellation);
        await api.Templates.EditAsync("77", Offer, Cancellation);
        await api.Templates.DeleteAsync("july_offer", cancellationToken: Cancellation);
        await api.Templates.DeleteLanguageAsync("77", "july_offer", cancellationToken: Cancellation);
        await api.Templates.WaitUntilReviewedAsync("77", cancellationToken: Cancellation);

        Snapshot.MatchText(api.Traffic);
    }

    [Fact]
    public async Task EveryRequest_OfAnAccountThatIsNamed_GoesToThat()
    {
        using TemplateApi api =
            new(StubMeta.Ok(Created), StubMeta.Ok(Nothing), StubMeta.Ok(Nothing), StubMeta.Ok(Success), StubMeta.Ok(Success));

        await api.Templates.CreateAsync(Offer, "11", Cancellation);
        await TemplateApi.ToListAsync(api.Templates.ListAsync(accountId: "12", cancellationToken: Cancellation));
        await api.Templates.FindAsync("a", "en", "13", Cancellation);
        await api.Templates.DeleteAsync("a", "14", Cancellation);
        await api.Templates.DeleteLanguageAsync("77", "a", "15", Cancellation);

        Assert.Equal(
            [
                "/v25.0/11/message_templates",
                "/v25.0/12/message_templates",
                "/v25.0/13/message_templates",
                "/v25.0/14/message_templates",
                "/v25.0/15/message_templates"],
            api.Requests.Select(request => request.Uri.AbsolutePath));
    }

    [Fact]
    public async Task CreateAsync_Accepted_TellsIdStatusAndCategory()
    {
        using TemplateApi api = new(StubMeta.Ok(Created));

        Assert.Equal(
            new CreatedTemplate { Id = "594425479261596", Status = TemplateStatus.Pending, Category = TemplateCategory.Marketing },
            await api.Templates.CreateAsync(Offer, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task CreateAsync_Bytes_AreThoseOfToJson()
    {
        using TemplateApi api = new(StubMeta.Ok(Created));

        await api.Templates.CreateAsync(Offer, cancellationToken: Cancellation);

        Assert.Equal(System.Text.Encoding.UTF8.GetString(Offer.ToJson()), Assert.Single(api.Requests).Body);
    }

    [Fact]
    public async Task CreateAsync_OutcomeOpen_IsSaidAndNotTriedAgain()
    {
        using TemplateApi api = new(StubMeta.Error(2, 503));

        OutcomeUnknownException exception =
            await Assert.ThrowsAsync<OutcomeUnknownException>(() => api.Templates.CreateAsync(Offer, cancellationToken: Cancellation));

        Assert.Contains("find it by its name and language", exception.Message, StringComparison.Ordinal);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task CreateAsync_RefusedForItsContent_IsAnErrorOfItsOwnKind()
    {
        using TemplateApi api = new(StubMeta.Answer(
            System.Net.HttpStatusCode.BadRequest,
            """{"error":{"message":"Invalid parameter","type":"OAuthException","code":100,"error_subcode":2388072"""
                + ""","error_user_msg":"The body is not formatted as it must be."}}"""));

        GraphException exception =
            await Assert.ThrowsAsync<GraphException>(() => api.Templates.CreateAsync(Offer, cancellationToken: Cancellation));

        Assert.Equal(GraphErrorCodes.TemplateBodyInvalid, exception.Error?.Subcode);
        Assert.Equal(
            "Meta answered 400 (#100) The body is not formatted as it must be. (Invalid parameter), subcode 2388072.", exception.Message);
    }

    [Fact]
    public async Task CreateAsync_NoPermission_NamesThePermission()
    {
        using TemplateApi api = new(StubMeta.Error(200, 403));

        GraphPermissionException exception =
            await Assert.ThrowsAsync<GraphPermissionException>(() => api.Templates.CreateAsync(Offer, cancellationToken: Cancellation));

        Assert.Contains("whatsapp_business_management", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditAsync_OutcomeOpen_IsSaidAndNotTriedAgain()
    {
        using TemplateApi api = new(StubMeta.Error(2, 503));

        OutcomeUnknownException exception =
            await Assert.ThrowsAsync<OutcomeUnknownException>(() => api.Templates.EditAsync("77", Offer, Cancellation));

        Assert.Contains("counts each edit", exception.Message, StringComparison.Ordinal);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task FindAsync_NamesAndLanguagesThatOnlyBeginSo_ArePassedOver()
    {
        using TemplateApi api = new(StubMeta.Ok(
            """
            {"data":[{"id":"1","name":"offer_july","language":"en"},{"id":"2","name":"offer","language":"en_GB"},
            {"id":"3","name":"offer","language":"en"}]}
            """));

        Assert.Equal("3", (await api.Templates.FindAsync("offer", "en", cancellationToken: Cancellation))?.Id.Value);
    }

    [Fact]
    public async Task FindAsync_None_IsNull()
    {
        using TemplateApi api = new(StubMeta.Ok(Nothing));

        Assert.Null(await api.Templates.FindAsync("offer", "en", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task ListAsync_CursorThatExpired_SaysToBeginAgain()
    {
        using TemplateApi api = new(StubMeta.Error(131059));

        await Assert.ThrowsAsync<GraphPagingException>(
            () => TemplateApi.ToListAsync(api.Templates.ListAsync(cancellationToken: Cancellation)));
    }

    [Fact]
    public async Task GetAsync_UnknownTemplate_SaysWhatToLookAt()
    {
        using TemplateApi api = new(StubMeta.Error(100));

        GraphInvalidRequestException exception =
            await Assert.ThrowsAsync<GraphInvalidRequestException>(() => api.Templates.GetAsync("99", cancellationToken: Cancellation));

        Assert.Contains("Is the id right", exception.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("../me"), InlineData("1/x"), InlineData("1?x=y")]
    public async Task AnyCall_IdThatIsNone_SendsNothing(string id)
    {
        using TemplateApi api = new(StubMeta.Ok(Success));

        await Assert.ThrowsAsync<ArgumentException>(() => api.Templates.CreateAsync(Offer, id, Cancellation));
        Assert.Throws<ArgumentException>(() => api.Templates.ListAsync(accountId: id, cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => api.Templates.GetAsync(id, cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => api.Templates.EditAsync(id, Offer, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => api.Templates.DeleteLanguageAsync(id, "offer", cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => api.Templates.WaitUntilReviewedAsync(id, cancellationToken: Cancellation));
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task DeleteLanguageAsync_WithoutId_DoesNotDeleteAllLanguages()
    {
        using TemplateApi api = new(StubMeta.Ok(Success));

        await Assert.ThrowsAsync<ArgumentException>(
            () => api.Templates.DeleteLanguageAsync(default, "offer", cancellationToken: Cancellation));

        Assert.Empty(api.Requests);
    }

    [Theory, InlineData(""), InlineData(" ")]
    public async Task DeleteAsync_BlankName_SendsNothing(string name)
    {
        using TemplateApi api = new(StubMeta.Ok(Success));

        await Assert.ThrowsAsync<ArgumentException>(() => api.Templates.DeleteAsync(name, cancellationToken: Cancellation));

        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task CreateAsync_NoAccount_NamesTheSetting()
    {
        using TestClient client = new(new Uri("https://graph.facebook.com/"));

        InvalidOperationException exception =
            await Assert.ThrowsAsync<InvalidOperationException>(
                () => client.Client.Templates.CreateAsync(Offer, cancellationToken: Cancellation));

        Assert.Contains("BusinessAccountId", exception.Message, StringComparison.Ordinal);
    }
}
