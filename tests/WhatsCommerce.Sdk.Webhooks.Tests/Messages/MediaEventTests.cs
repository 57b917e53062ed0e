using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Messages;

/// <summary>Pictures, videos, sounds, documents and stickers.</summary>
public sealed class MediaEventTests
{
    private const string File =
        """ "id":71200934,"mime_type":"image\/jpeg","sha256":"q83v","url":"https:\/\/media.example.com\/71","caption":"From my garden" """;

    [Theory]
    [InlineData("image", typeof(ImageEvent))]
    [InlineData("video", typeof(VideoEvent))]
    [InlineData("audio", typeof(AudioEvent))]
    [InlineData("voice", typeof(AudioEvent))]
    [InlineData("document", typeof(DocumentEvent))]
    [InlineData("sticker", typeof(StickerEvent))]
    public void Parse_File_HasWhatItTakesToDownloadIt(string member, Type type)
    {
        MediaEvent media = Parse($$$"""{"id":"w","type":"other","{{{member}}}":{{{{File}}}}}""");

        Assert.IsType(type, media);
        Assert.Equal(
            ("71200934", "image/jpeg", "q83v", "https://media.example.com/71", "From my garden"),
            (media.MediaId.Value, media.MimeType, media.Sha256, media.Url, media.Caption));
        Assert.Empty(media.AdditionalProperties);
    }

    [Theory]
    [InlineData("""{"audio":{"id":"7","voice":true}}""", true)]
    [InlineData("""{"audio":{"id":"7","voice":"false"}}""", false)]
    [InlineData("""{"audio":{"id":"7"}}""", false)]
    [InlineData("""{"voice":{"id":"7"}}""", true)]
    public void Parse_Sound_SaysWhetherItWasSpoken(string payload, bool isVoice) =>
        Assert.Equal(isVoice, Assert.IsType<AudioEvent>(Parse($$"""{"id":"w",{{payload[1..]}}""")).IsVoice);

    [Fact]
    public void Parse_Document_HasItsFileName() =>
        Assert.Equal(
            "receipt.pdf", Assert.IsType<DocumentEvent>(Parse("""{"id":"w","document":{"id":"7","filename":"receipt.pdf"}}""")).FileName);

    [Fact]
    public void Parse_Sticker_SaysWhetherItMoves() =>
        Assert.True(Assert.IsType<StickerEvent>(Parse("""{"id":"w","sticker":{"id":"7","animated":true}}""")).IsAnimated);

    [Fact]
    public void Parse_MembersOfAnotherKindOfFile_AreKept() =>
        Assert.Equal(
            ["image.filename", "image.animated", "image.voice"],
            Parse("""{"id":"w","image":{"id":"7","filename":"a","animated":true,"voice":true}}""").AdditionalProperties.Select(
                pair => pair.Key));

    [Fact]
    public void ToString_OfAFile_HidesCaptionAndName() =>
        Assert.Equal(
            "DocumentEvent { Field = messages, BusinessAccountId = 427019853661240, PhoneNumberId = 113907458826031, Customer = Customer { "
                + "WaId = ***0142 }, Id = w, MediaId = 7, MimeType = text/plain }",
            Parse("""{"id":"w","document":{"id":"7","mime_type":"text/plain","caption":"mine","filename":"diary.txt"}}""").ToString());

    private static MediaEvent Parse(string message) => Assert.IsAssignableFrom<MediaEvent>(Bodies.ParseOne(Bodies.Messages(message)));
}
