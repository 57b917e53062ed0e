using System.Reflection;
using WhatsCommerce.Http;
using WhatsCommerce.Payments;
using WhatsCommerce.Templates;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>What Refit makes of the API interfaces goes by the transport, in its words and with its exceptions.</summary>
public class GraphApiTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "absent")]
    [InlineData("..", "U+002E")]
    [InlineData("1/products", "U+002F")]
    [InlineData("1?fields=x", "U+003F")]
    [InlineData("1%2Fproducts", "U+0025")]
    [InlineData("1\u0661", "U+0661")]
    public void Check_ValueThatIsNoId_IsRefused(string id, string found)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => GraphPath.Check(new CatalogId(id)));

        Assert.Contains("CatalogId", exception.Message, StringComparison.Ordinal);
        Assert.Contains(found, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Id_StaysAsItIs() => Assert.Equal("123_4", GraphPath.Check(new CatalogId("123_4")).Value);

    [Fact]
    public async Task Call_ValuesInParameters_AreEscapedAndAbsentOnesLeftOut()
    {
        using StubMeta meta = new(StubMeta.Ok("""{"data":[]}"""));
        using TestClient client = new(Meta, options => options.BusinessAccountId = "3060", meta);
        TemplateQuery query = new() { Fields = ["id", "name"], Name = """{"a":"ö & +"}""", PageSize = 1234 };

        await ForeignCulture.Run(
            () => client.Client.Templates.ListAsync(query, cancellationToken: Cancellation).ToListAsync(Cancellation).AsTask());

        Assert.Equal(
            "/v25.0/3060/message_templates?fields=id%2Cname&name=%7B%22a%22%3A%22%C3%B6%20%26%20%2B%22%7D&limit=1234",
            Assert.Single(meta.Requests).Uri.PathAndQuery);
    }

    [Theory]
    [InlineData("name/of?mine", "name%2Fof%3Fmine")]
    [InlineData("ö 1%2F", "%C3%B6%201%252F")]
    [InlineData("../payments", "..%2Fpayments")]
    public async Task Call_TextInThePath_IsOneSegment(string name, string segment)
    {
        using StubMeta meta = new(StubMeta.Ok("""{"payments":[]}"""));
        using TestClient client = new(Meta, handler: meta);

        await PaymentsOf(client).Get("1", name, "order-1", Cancellation);

        Assert.Equal($"/v25.0/1/payments/{segment}/order-1", Assert.Single(meta.Requests).Uri.PathAndQuery);
    }

    [Theory, InlineData(".."), InlineData("."), InlineData("")]
    public async Task Call_TextThatLeadsToAnotherPath_IsRefusedAndNothingSent(string name)
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await PaymentsOf(client).Get("1", name, "order-1", Cancellation));

        Assert.Empty(meta.Requests);
    }

    [Fact]
    public async Task Call_Refused_ThrowsTheTransportsExceptionItself()
    {
        using StubMeta meta = new(StubMeta.Error(100));
        using TestClient client = new(Meta, handler: meta);

        GraphInvalidRequestException exception =
            await Assert.ThrowsAsync<GraphInvalidRequestException>(() => client.Client.PhoneNumbers.GetAsync(Cancellation));

        Assert.Equal(100, exception.Error?.Code);
        Assert.Contains(nameof(GraphTransport), exception.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_Cancelled_ThrowsWithTheCallersToken()
    {
        using CancellationTokenSource cancelled = new();
        using StubMeta meta = new(_ =>
        {
            cancelled.Cancel();
            throw new TaskCanceledException();
        });
        using TestClient client = new(Meta, handler: meta);

        OperationCanceledException exception =
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Client.PhoneNumbers.GetAsync(cancelled.Token));

        Assert.Equal(cancelled.Token, exception.CancellationToken);
    }

    /// <summary>An interface whose answers its room's JSON does not know fails at its first call; this finds it without one.</summary>
    [Fact]
    public void EveryMethod_HasAnOperationAndAnAnswerThatSaysWhenItIsComplete()
    {
        MethodInfo[] methods = [.. typeof(GraphApi).Assembly.GetTypes()
            .Where(type => type.IsInterface && type.Name.EndsWith("Api", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods())];

        Assert.NotEmpty(methods);
        Assert.All(methods, method => Assert.NotNull(method.GetCustomAttribute<GraphOperationAttribute>()));
        Assert.All(
            methods,
            method => Assert.True(typeof(IGraphResponse).IsAssignableFrom(method.ReturnType.GenericTypeArguments[0]), method.ToString()));
    }

    private static IPaymentApi PaymentsOf(TestClient client) => GraphApi.Create<IPaymentApi>(client.Transport, PaymentsJson.Default);
}
