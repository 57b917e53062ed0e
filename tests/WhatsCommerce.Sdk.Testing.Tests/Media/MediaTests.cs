using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Tests;

/// <summary>Files over the wire, by a client by hand.</summary>
public sealed class MediaTests
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task Upload_APicture_IsToldAndFetchedAndDeleted()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);

        Answer uploaded = await UploadAsync(stage, Picture, "image/png");
        Answer told = await stage.GetAsync(uploaded.MadeId);
        using HttpResponseMessage file = await stage.Http.GetAsync(new Uri(told.Text("url")), Stage.Token);
        Answer deleted = await stage.DeleteAsync(uploaded.MadeId);
        Answer gone = await stage.GetAsync(uploaded.MadeId);
        using HttpResponseMessage goneFile = await stage.Http.GetAsync(new Uri(told.Text("url")), Stage.Token);

        uploaded.AssertAccepted();
        Assert.Equal(
            ("image/png", Convert.ToHexStringLower(SHA256.HashData(Picture)), "11", uploaded.MadeId, "whatsapp"),
            (told.Text("mime_type"), told.Text("sha256"), told.Text("file_size"), told.Text("id"), told.Text("messaging_product")));
        Assert.Equal(System.Text.Json.JsonValueKind.String, told.Json.GetProperty("file_size").ValueKind);
        Assert.Equal(Picture, await file.Content.ReadAsByteArrayAsync(Stage.Token));
        Assert.Equal("image/png", file.Content.Headers.ContentType?.ToString());
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("sandbox; default-src 'none'", file.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("true", deleted.Text("success").ToLowerInvariant());
        gone.AssertRefused(100);
        Assert.Equal(HttpStatusCode.NotFound, goneFile.StatusCode);
        Assert.All(stage.Cloud.Requests, request => Assert.NotEqual(System.Text.Json.JsonValueKind.Undefined, request.Response.ValueKind));
    }

    [Fact]
    public async Task Download_WithoutOrWithAWrongToken_Gives401()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        Answer told = await stage.GetAsync((await UploadAsync(stage, Picture, "image/png")).MadeId);
        using HttpClient stranger = new(new SocketsHttpHandler());

        using HttpResponseMessage without = await stranger.GetAsync(new Uri(told.Text("url")), Stage.Token);
        stranger.DefaultRequestHeaders.Authorization = new("Bearer", "wrong");
        using HttpResponseMessage wrong = await stranger.GetAsync(new Uri(told.Text("url")), Stage.Token);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (without.StatusCode, wrong.StatusCode));
    }

    [Fact]
    public async Task Download_AfterFiveMinutesOrWithAnotherHash_Gives404()
    {
        FakeTimeProvider time = new();
        await using Stage stage = await Stage.StartAsync(new() { TimeProvider = time }, connect: false);
        string url = (await stage.GetAsync((await UploadAsync(stage, Picture, "image/png")).MadeId)).Text("url");

        using HttpResponseMessage other = await stage.Http.GetAsync(new Uri(url[..^1] + (url[^1] == '0' ? '1' : '0')), Stage.Token);
        using HttpResponseMessage none = await stage.Http.GetAsync(new Uri(url.Split('?')[0]), Stage.Token);
        time.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        using HttpResponseMessage late = await stage.Http.GetAsync(new Uri(url), Stage.Token);

        Assert.All([other, none, late], response => Assert.Equal(HttpStatusCode.NotFound, response.StatusCode));
    }

    [Fact]
    public async Task Media_OfAnotherNumber_IsUnknown()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        stage.Cloud.AddAccount("300", PhoneNumber.Parse("+15550001111"), "tenant");
        Answer uploaded = await UploadAsync(stage, Picture, "image/png");
        Answer told = await stage.GetAsync(uploaded.MadeId);

        stage.Http.DefaultRequestHeaders.Authorization = new("Bearer", "tenant");
        (await stage.GetAsync(uploaded.MadeId)).AssertRefused(100);
        using HttpResponseMessage file = await stage.Http.GetAsync(new Uri(told.Text("url")), Stage.Token);

        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
    }

    [Fact]
    public async Task Media_AskedForAsOfAnotherNumber_IsRefused()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        string id = (await UploadAsync(stage, Picture, "image/png")).MadeId;

        (await stage.GetAsync($"{id}?phone_number_id={stage.Cloud.Options.PhoneNumberId}")).AssertAccepted();
        (await stage.GetAsync($"{id}?phone_number_id=1")).AssertRefused(100);
        (await stage.DeleteAsync($"{id}?phone_number_id=1")).AssertRefused(100);
    }

    [Theory]
    [InlineData("image/jpeg", 5 * 1024 * 1024)]
    [InlineData("audio/ogg; codecs=opus", 16 * 1024 * 1024)]
    [InlineData("video/mp4", 16 * 1024 * 1024)]
    [InlineData("image/webp", 100 * 1024)]
    [InlineData("application/pdf", 100 * 1024 * 1024)]
    public async Task Upload_OfTheLimit_PassesAndOneMoreDoesNot(string type, int limit)
    {
        await using Stage stage = await Stage.StartAsync(connect: false);

        (await UploadAsync(stage, new byte[limit], type)).AssertAccepted();
        Answer refused = await UploadAsync(stage, new byte[limit + 1], type);

        refused.AssertRefused(100);
        Assert.Equal("File Too Large", refused.Json.GetProperty("error").GetProperty("error_user_title").GetString());
    }

    [Fact]
    public async Task Upload_AnimatedSticker_MayBeLarger()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        byte[] sticker = new byte[500 * 1024];
        "RIFF\0\0\0\0WEBPVP8X\u000A\0\0\0\u0002"u8.CopyTo(sticker);

        (await UploadAsync(stage, sticker, "image/webp")).AssertAccepted();
        sticker[20] = 0;
        (await UploadAsync(stage, sticker, "image/webp")).AssertRefused(100);
    }

    [Fact]
    public async Task Upload_TypeNobodyTakes_NamesThoseThatAreTaken()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);

        Answer refused = await UploadAsync(stage, Picture, "text/html");

        refused.AssertRefused(100);
        string message = refused.Json.GetProperty("error").GetProperty("message").GetString()!;
        Assert.Contains("image/jpeg", message, StringComparison.Ordinal);
        Assert.EndsWith("Received file of type 'text/html'.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_PartsMissing_NamesThem()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        using MultipartFormDataContent noFile = new() { { new StringContent("whatsapp"), "messaging_product" } };
        using MultipartFormDataContent noProduct = new() { { new ByteArrayContent(Picture), "file", "a.png" } };

        Answer first = await stage.PostAsync(PathOf(stage), noFile);
        Answer second = await stage.PostAsync(PathOf(stage), noProduct);
        Answer empty = await UploadAsync(stage, [], "image/png");
        Answer json = await stage.PostJsonAsync($"{stage.Cloud.Options.PhoneNumberId}/media", """{"messaging_product":"whatsapp"}""");

        Assert.All([first, second, empty, json], answer => answer.AssertRefused(100));
        Assert.Contains("file", first.Json.ToString(), StringComparison.Ordinal);
        Assert.Contains("messaging_product", second.Json.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_TypeInTheRequestOnly_Counts()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);

        Answer uploaded = await UploadAsync(stage, Picture, "application/octet-stream", type: "image/png");

        Assert.Equal("image/png", (await stage.GetAsync(uploaded.MadeId)).Text("mime_type"));
    }

    [Fact]
    public async Task Upload_MoreThanIsKept_LetsTheOldestGo()
    {
        await using Stage stage = await Stage.StartAsync(new() { MediaByteLimit = 2_500 }, connect: false);

        string[] ids = new string[4];
        for (int i = 0; i < ids.Length; i++)
        {
            ids[i] = (await UploadAsync(stage, new byte[1_000], "image/png")).MadeId;
        }

        (await stage.GetAsync(ids[0])).AssertRefused(100);
        (await stage.GetAsync(ids[1])).AssertRefused(100);
        (await stage.GetAsync(ids[2])).AssertAccepted();
        (await stage.GetAsync(ids[3])).AssertAccepted();
    }

    [Fact]
    public async Task Store_FileOfACustomer_OpensToEveryNumber()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        EmulatedMedia media = stage.Cloud.Parts.Media.Add(Picture, "image/png", fileName: null);

        Answer told = await stage.GetAsync(media.Id.Value!);

        Assert.Equal(Picture, await stage.Http.GetByteArrayAsync(new Uri(told.Text("url")), Stage.Token));
    }

    [Fact]
    public async Task Messages_NamingAnUnknownFile_AreAccepted()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);

        (await stage.PostAsync(
            """{"messaging_product":"whatsapp","to":"+16505551234","type":"image","image":{"id":"1479537139650973"}}""")).AssertAccepted();
    }

    [Theory, InlineData("media", "wrong", 413), InlineData("messages", null, 413)]
    public async Task Body_LargerThanAnyOtherIs_IsNotReadForThoseWithoutATokenNorElsewhere(string edge, string? token, int status)
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        using HttpRequestMessage request =
            new(HttpMethod.Post, new Uri($"v25.0/{stage.Cloud.Options.PhoneNumberId}/{edge}", UriKind.Relative));
        request.Headers.ExpectContinue = true;
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        MultipartFormDataContent content = Form(new byte[40 * 1024 * 1024], "application/pdf", null);
        request.Content = content;

        using HttpResponseMessage response = await stage.Http.SendAsync(request, Stage.Token);

        Assert.Equal(status, (int)response.StatusCode);
    }

    private static string PathOf(Stage stage) => $"v25.0/{stage.Cloud.Options.PhoneNumberId}/media";

    private static async Task<Answer> UploadAsync(Stage stage, byte[] content, string contentType, string? type = null)
    {
        using MultipartFormDataContent form = Form(content, contentType, type);
        return await stage.PostAsync(PathOf(stage), form);
    }

    private static MultipartFormDataContent Form(byte[] content, string contentType, string? type)
    {
        ByteArrayContent file = new(content);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        MultipartFormDataContent form =
            new() { { new StringContent("whatsapp", Encoding.UTF8), "messaging_product" }, { file, "file", "file.bin" } };
        if (type is not null)
        {
            form.Add(new StringContent(type), "type");
        }

        return form;
    }
}
