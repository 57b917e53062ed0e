namespace WhatsCommerce.Testing.Judging.Groups;

/// <summary>The rules for groups. Source: Meta, groups/reference, and its published OpenAPI description.</summary>
internal static class GroupRules
{
    public const int Groups = 10_000;

    private const int Subject = 128;
    private const int Description = 2048;
    private const int Participants = 8;
    private const int PictureBytes = 5 * 1024 * 1024;
    private const int PictureSide = 192;

    public static Refusal? Create(string? product, string? subject, string? description, string? mode) =>
        RequestRules.MessagingProduct(product)
            ?? (string.IsNullOrWhiteSpace(subject) ? Refusals.Required("subject")
            : Texts(subject.Trim(), description)
            ?? (mode is null or "" or "auto_approve" or "approval_required"
                ? null
                : Refusals.NotOneOf("join_approval_mode", "auto_approve, approval_required", mode)));

    public static Refusal? Update(
        string? product, string? subject, string? description, ReadOnlyMemory<byte>? picture, string? pictureType) =>
        RequestRules.MessagingProduct(product)
            ?? (subject is null && description is null && picture is null
                ? Refusals.InvalidParameter("One of subject, description and the picture file is required.")
            : subject is not null && string.IsNullOrWhiteSpace(subject) ? Refusals.InvalidParameter("The subject cannot be empty.")
            : Texts(subject?.Trim(), description) ?? (picture is { } jpeg ? Picture(jpeg.Span, pictureType) : null));

    public static Refusal? JoinRequests(JsonElement? body, out string[] ids)
    {
        JsonElement? list = body.ArrayMember("join_requests");
        ids = [.. list?.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String).Select(item => item.GetString()!) ?? []];
        return RequestRules.MessagingProduct(body)
            ?? (list is null ? Refusals.Required("join_requests")
            : ids.Length == 0 || ids.Length != list.Value.GetArrayLength()
                ? Refusals.InvalidParameter("join_requests must be a list of at least one id.")
            : null);
    }

    /// <summary>Validates the participants to remove: <c>user</c>, or <c>user_id</c>.</summary>
    public static Refusal? Removal(JsonElement? body, out string[] addresses)
    {
        JsonElement? list = body.ArrayMember("participants");
        addresses =
        [
            .. list?.EnumerateArray().Select(item => ((JsonElement?)item).TextMember("user") ?? ((JsonElement?)item).TextMember("user_id"))
                .Where(address => !string.IsNullOrWhiteSpace(address)).Select(address => address!) ?? [],
        ];
        return RequestRules.MessagingProduct(body)
            ?? (list is null ? Refusals.Required("participants")
            : list.Value.GetArrayLength() is 0 or > Participants
                ? Refusals.InvalidParameter($"There must be from 1 to {Participants} participants.")
            : addresses.Length != list.Value.GetArrayLength() ? Refusals.Required("participants[].user")
            : null);
    }

    private static Refusal? Texts(string? subject, string? description) =>
        subject is not null && Json.Length(subject) > Subject ? Refusals.TooLong("subject", Subject)
        : description is not null && Json.Length(description) > Description ? Refusals.TooLong("description", Description)
        : null;

    private static Refusal? Picture(ReadOnlySpan<byte> jpeg, string? type) =>
        type is not null && !type.StartsWith("image/jpeg", StringComparison.OrdinalIgnoreCase)
            ? Refusals.InvalidParameter("The picture of a group must be image/jpeg.")
        : jpeg.Length > PictureBytes ? Refusals.InvalidParameter("The picture of a group may have at most 5 MB.")
        : !jpeg.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Refusals.InvalidParameter("The picture is not a JPEG.")
        : SizeOf(jpeg) is not var (width, height) ? null
        : width != height ? GroupRefusals.NotSquare()
        : width < PictureSide ? GroupRefusals.TooSmall()
        : null;

    // Skips the segments up to the start of frame: FFC0 to FFCF, except for three other markers. A file without one is accepted.
    private static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> jpeg)
    {
        int at = 2;
        while (at + 9 < jpeg.Length && jpeg[at] == 0xFF)
        {
            byte marker = jpeg[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return ((jpeg[at + 7] << 8) | jpeg[at + 8], (jpeg[at + 5] << 8) | jpeg[at + 6]);
            }

            at += 2 + ((jpeg[at + 2] << 8) | jpeg[at + 3]);
        }

        return null;
    }
}
