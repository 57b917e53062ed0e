namespace WhatsCommerce.Analyzers.Tests;

/// <summary>WC0005.</summary>
public sealed class NotBuiltTests
{
    [Theory]
    [InlineData("""{|WC0005:Message.Text("Hi")|};""")]
    [InlineData("""_ = {|WC0005:Message.Catalog().Body("Hi").Footer("Bye")|};""")]
    [InlineData("""var builder = {|WC0005:Message.ProductList("1").Header("A")|}; builder.Body("B").Section("C", "d");""")]
    [InlineData("""_ = System.Text.Json.JsonSerializer.Serialize({|WC0005:Message.Text("Hi")|});""")]
    [InlineData("""{|WC0005:Template.Marketing("sale", "en").Body("Hi")|};""")]
    [InlineData("""void Send() => {|WC0005:Message.Text("Hi")|}; Send();""")]
    public Task Builder_DroppedOrWritten_IsFound(string statement) => Code.FindAsync<NotBuiltAnalyzer>(Code.Statements(statement));

    [Theory]
    [InlineData("""_ = Message.Text("Hi").Build();""")]
    [InlineData(
        """var builder = Message.Catalog(); builder.Body("Hi"); await client.Messages.SendAsync("+16505551234", builder.Build());""")]
    [InlineData("""var list = new List<TextMessageBuilder> { Message.Text("Hi") };""")]
    [InlineData("""bool ok = Message.Text(text).TryBuild(out var message, out var violations);""")]
    [InlineData("""var builder = Message.Text("Hi"); Func<TextMessage> later = () => builder.Build();""")]
    [InlineData("""Action begin = () => Message.Text("Hi");""")]
    [InlineData("""TextMessageBuilder Begin() => Message.Text("Hi"); _ = Begin().Build();""")]
    public Task Builder_BuiltOrPassedOn_IsNotFound(string statement) => Code.FindAsync<NotBuiltAnalyzer>(Code.Statements(statement));

    [Fact]
    public Task Builder_Dropped_IsToldWhatToCall() => Code.FindAsync<NotBuiltAnalyzer>(
        Code.Statements("""{|#0:Message.Text("Hi")|};"""),
        Code.Message<NotBuiltAnalyzer>(
            "WC0005", "TextMessageBuilder is a builder that is never built: call Build() and send the message"));

    [Fact]
    public Task Fix_BuilderThatIsWritten_IsBuilt() => Code.FixAsync<NotBuiltAnalyzer, BuildMessageFix>(
        Code.Statements("""_ = System.Text.Json.JsonSerializer.Serialize({|WC0005:Message.Text("Hi")|});"""),
        Code.Statements("""_ = System.Text.Json.JsonSerializer.Serialize(Message.Text("Hi").Build());"""));

    [Fact]
    public Task Fix_BuilderThatIsSent_IsBuilt() => Code.FixAsync<NotBuiltAnalyzer, BuildMessageFix>(
        Code.Statements("""await client.Messages.SendAsync("+16505551234", {|CS1503:Message.Text("Hi")|});"""),
        Code.Statements("""await client.Messages.SendAsync("+16505551234", Message.Text("Hi").Build());"""));

    [Fact]
    public Task Fix_BuilderThatIsAssigned_IsBuilt() => Code.FixAsync<NotBuiltAnalyzer, BuildMessageFix>(
        Code.Statements("""TextMessage message = {|CS0029:Message.Text("Hi")|};"""),
        Code.Statements("""TextMessage message = Message.Text("Hi").Build();"""));
}
