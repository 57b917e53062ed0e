using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.Search;

/// <summary>Embeddings beside words: they help where words say too little, and never more than that.</summary>
public sealed class EmbeddingProductSearchTests : IDisposable
{
    private readonly ConceptGenerator _generator = new(["seat", "armchair", "lounger"], ["light", "lamp"], ["outdoor", "garden", "patio"]);
    private readonly FakeTimeProvider _time = new();
    private readonly EmbeddingProductSearch _search;

    public EmbeddingProductSearchTests() => _search = new EmbeddingProductSearch(
        new MemoryProductSearch(useCommonNames: false), _generator, new SearchEmbeddingOptions(), _time, NullLogger.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _search.Dispose();
        _generator.Dispose();
    }

    [Fact]
    public async Task SearchAsync_WordThatNoProductHas_FindsByMeaning()
    {
        await FillAsync();

        SearchResult result = await _search.SearchAsync("seat", 10, Stop);

        SearchHit hit = Assert.Single(result.Hits);
        Assert.Equal((SearchOutcome.Found, "armchair", SearchMatch.Meaning), (result.Outcome, hit.Product.RetailerId.Value, hit.Match));
    }

    [Fact]
    public async Task SearchAsync_TwoThatTheWordsFind_PutsTheNearerFirst()
    {
        SearchProduct plain = new() { RetailerId = "plain", Title = "Oak desk, plain" };
        SearchProduct lit = new() { RetailerId = "lit", Title = "Oak desk, lamp" };
        await _search.ReplaceAsync([plain, lit], Stop);

        SearchResult result = await _search.SearchAsync("oak desk light", 10, Stop);

        Assert.Equal(["lit", "plain"], result.Hits.Select(hit => hit.Product.RetailerId.Value));
    }

    [Fact]
    public async Task SearchAsync_FarFromEverything_FindsNothing()
    {
        await FillAsync();

        SearchResult result = await _search.SearchAsync("tractor", 10, Stop);

        Assert.Equal((SearchOutcome.NothingFound, 0), (result.Outcome, result.Hits.Count));
    }

    [Fact]
    public async Task SearchAsync_SoldOutOrTooDear_IsNotFoundByMeaning()
    {
        await FillAsync();
        await _search.ChangeAsync([Lamp with { IsSendable = false }], [], Stop);

        SearchResult soldOut = await _search.SearchAsync("light", 10, Stop);
        SearchResult tooDear = await _search.SearchAsync("seat under 50", 10, Stop);

        Assert.Equal((0, 0), (soldOut.Hits.Count, tooDear.Hits.Count));
    }

    [Fact]
    public async Task SearchAsync_Talk_AsksNoGenerator()
    {
        await FillAsync();
        _generator.Asked.Clear();

        SearchResult result = await _search.SearchAsync("hello", 10, Stop);

        Assert.Equal(SearchOutcome.NotASearch, result.Outcome);
        Assert.Empty(_generator.Asked);
    }

    [Fact]
    public async Task SearchAsync_GeneratorThatFails_AnswersByWords()
    {
        await FillAsync();
        _generator.Before = static _ => throw new HttpRequestException("The model is away.");

        SearchResult result = await _search.SearchAsync("armchair", 10, Stop);

        Assert.Equal("armchair", Assert.Single(result.Hits).Product.RetailerId.Value);
    }

    [Fact]
    public async Task SearchAsync_GeneratorThatHangs_AnswersByWordsAfterItsTime()
    {
        await FillAsync();
        TaskCompletionSource isAsked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _generator.Before = _ =>
        {
            isAsked.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
        };

        Task<SearchResult> search = _search.SearchAsync("armchair", 10, Stop);
        await isAsked.Task.WaitAsync(Stop);
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("armchair", Assert.Single((await search).Hits).Product.RetailerId.Value);
    }

    [Fact]
    public async Task ChangeAsync_SomeWithOtherWords_EmbedsThoseAlone()
    {
        await FillAsync();
        _generator.Asked.Clear();

        await _search.ChangeAsync([Armchair with { Price = new Money(80, "USD") }, Lamp with { Title = "Patio lamp" }], [], Stop);

        Assert.Equal("Patio lamp. Oak", Assert.Single(_generator.Asked));
    }

    [Fact]
    public async Task AddSearch_WithEmbeddings_TakesTheRegisteredGenerator()
    {
        ServiceCollection services = new();
        services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(_generator);
        services.AddWhatsCommerceStorefrontCore(static _ => { }).AddSearch(static options => options.Embeddings = new());
        await using ServiceProvider app = services.BuildServiceProvider();
        IProductSearch search = app.GetRequiredService<IProductSearch>();
        await search.ReplaceAsync([Armchair], Stop);

        Assert.Equal(SearchMatch.Meaning, Assert.Single((await search.SearchAsync("lounger", 10, Stop)).Hits).Match);
    }

    [Theory]
    [InlineData(-0.1f, 0.5f, 1, 64)]
    [InlineData(0.5f, 1.1f, 1, 64)]
    [InlineData(0.5f, 0.5f, 0, 64)]
    [InlineData(0.5f, 0.5f, 1, 0)]
    public void Create_OptionOutOfItsRange_Throws(float weight, float floor, int seconds, int batch)
    {
        SearchEmbeddingOptions options = new()
        {
            Weight = weight,
            Floor = floor,
            Timeout = TimeSpan.FromSeconds(seconds),
            BatchSize = batch,
        };
        using MemoryProductSearch words = new();

        Assert.Throws<ArgumentOutOfRangeException>(
            () => new EmbeddingProductSearch(words, _generator, options, _time, NullLogger.Instance).Dispose());
    }

    private static SearchProduct Armchair => new()
    {
        RetailerId = "armchair", Title = "Armchair", Category = "Oak", Price = new Money(90, "USD"),
    };

    private static SearchProduct Lamp => new()
    {
        RetailerId = "garden-lamp", Title = "Garden lamp", Category = "Oak", Price = new Money(30, "USD"),
    };

    private Task FillAsync() => _search.ReplaceAsync([Armchair, Lamp], Stop);
}
