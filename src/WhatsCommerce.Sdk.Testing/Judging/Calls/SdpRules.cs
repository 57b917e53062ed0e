namespace WhatsCommerce.Testing.Judging.Calls;

/// <summary>
/// Checks whether a text is a session description (RFC 8866) with audio. Its attributes are not validated, because no media connection is
/// made.
/// </summary>
internal static class SdpRules
{
    public static Refusal? Judge(Place session, string type) =>
        !session.IsObject ? Refusals.InvalidParameter("The parameter session must be an object.")
        : session["sdp_type"].Text?.ToLowerInvariant() != type
            ? Refusals.NotOneOf(session["sdp_type"].Path, type.ToUpperInvariant(), session["sdp_type"].Text ?? "")
        : string.IsNullOrWhiteSpace(session["sdp"].Text) ? Refusals.Required(session["sdp"].Path)
        : Problem(session["sdp"].Text!) is { } problem ? Refusals.InvalidParameter($"SDP Validation error: {problem}")
        : null;

    private static string? Problem(string sdp)
    {
        string[] lines = sdp.TrimEnd('\r', '\n').Split('\n');
        HashSet<char> found = [];
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (line.Length < 2 || line[0] is < 'a' or > 'z' || line[1] != '=')
            {
                return $"line {(i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)} is not of the form <type>=<value>";
            }

            found.Add(line[0]);
        }

        return lines[0].TrimEnd('\r') != "v=0" ? "it does not begin with v=0"
            : "ost".FirstOrDefault(needed => !found.Contains(needed)) is var missing and not '\0' ? $"the line {missing}= is missing"
            : !lines.Any(line => line.StartsWith("m=audio ", StringComparison.Ordinal)) ? "there is no audio media line (m=audio)"
            : null;
    }
}
