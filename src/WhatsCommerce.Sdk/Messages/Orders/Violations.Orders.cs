namespace WhatsCommerce.Messages;

/// <content>The rules that orders brought.</content>
internal sealed partial class Violations
{
    private static readonly System.Buffers.SearchValues<char> ReferenceIdChars =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

    public void RequireReferenceId(WirePath path, string? id, int limit)
    {
        RequireText(path, id, limit, "The reference id");
        if (!string.IsNullOrWhiteSpace(id) && id.AsSpan().ContainsAnyExcept(ReferenceIdChars))
        {
            Add(path, ViolationRule.Format, "A reference id is made of English letters, digits, underscores, dots and hyphens only.");
        }
    }
}
